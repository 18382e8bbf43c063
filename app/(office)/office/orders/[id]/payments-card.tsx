import { getTranslations } from 'next-intl/server';
import type { StaffUser } from '@/app/_server/staff';
import { PaidWith } from '@/components/payments/paid-with';
import { PaymentState, RefundStateBadge } from '@/components/payments/payment-state';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { TextLink } from '@/components/ui/text-link';
import { mayDo } from '@/lib/core/staff-permissions';
import { formatMoney } from '@/lib/money/format-money';
import type { OrderOverview } from '@/lib/support/get-order-overview';

/** Each try to pay and each refund, where it stands, and the way to what its channel answered. */
export async function PaymentsCard({
  overview: { order, attempts, refunds },
  user,
}: {
  overview: OrderOverview;
  user: StaffUser;
}) {
  const t = await getTranslations('officeOrders.payments');
  const route = await getTranslations('payments.refundRoute');
  const reveals = mayDo(user.staffRole, 'payload.reveal');
  const answer = (kind: string, id: string) =>
    reveals ? (
      <TextLink href={`/office/orders/${order.id}?reveal=${kind}.${id}#reveal`}>
        {t('answer')}
      </TextLink>
    ) : null;
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      {attempts.length === 0 ? <p className="text-sm text-soft">{t('none')}</p> : null}
      <ul className="grid gap-3 text-sm">
        {attempts.map((attempt) => (
          <li
            key={attempt.id}
            className="grid gap-0.5 border-t border-line pt-3 first:border-t-0 first:pt-0"
          >
            <p className="flex flex-wrap items-center justify-between gap-x-3">
              <PaidWith {...attempt} />
              <span className="tabular-nums">{formatMoney(attempt.amount)}</span>
            </p>
            <p className="flex flex-wrap items-center gap-x-2 text-xs text-faint">
              <PaymentState state={attempt.state} />
              <Moment at={attempt.createdAt} />
            </p>
            <p className="flex flex-wrap gap-x-3 text-xs">
              <TextLink href={`/office/attempts/${attempt.id}`}>{t('details')}</TextLink>
              {attempt.channel === 'balance' ? null : answer('attempt', attempt.id)}
            </p>
          </li>
        ))}
        {refunds.map((refund) => (
          <li key={refund.id} className="grid gap-0.5 border-t border-line pt-3">
            <p className="flex flex-wrap items-center justify-between gap-x-3">
              <span>
                {t('refund')} · {route(refund.route)}
              </span>
              <span className="tabular-nums">{formatMoney(refund.amount)}</span>
            </p>
            <p className="flex flex-wrap items-center gap-x-2 text-xs text-faint">
              <RefundStateBadge state={refund.state} />
              <Moment at={refund.requestedAt} />
            </p>
            {refund.channel === 'balance' ? null : (
              <p className="text-xs">{answer('refund', refund.id)}</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
