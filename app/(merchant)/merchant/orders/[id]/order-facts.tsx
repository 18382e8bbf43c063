import { getTranslations } from 'next-intl/server';
import { PaidWith } from '@/components/payments/paid-with';
import { OrderStateBadge } from '@/components/payments/payment-state';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { listAttemptsById } from '@/lib/payments/list-attempts-by-id';
import { sumRefunded } from '@/lib/refunds/sum-refunded';

/** What was ordered, what it was paid with, and what went back. */
export async function OrderFacts({ order }: { order: Order }) {
  const t = await getTranslations('merchant.order');
  const paid = (await listAttemptsById(order.paidAttemptId ? [order.paidAttemptId] : []))
    .values()
    .next().value;
  const refunded = (await sumRefunded([order.id])).get(order.id) ?? cny(0n);
  const { customerReference, paidAt } = order;
  return (
    <Card className="grid gap-4">
      <div>
        <p>
          <OrderStateBadge state={order.state} />
        </p>
        <p className="text-2xl font-semibold tabular-nums">{formatMoney(order.amount)}</p>
      </div>
      <DescriptionList
        items={[
          { term: t('subject'), detail: order.subject },
          ...(customerReference
            ? [
                {
                  term: t('customer'),
                  detail: <span className="break-all">{customerReference}</span>,
                },
              ]
            : []),
          { term: t('createdAt'), detail: <Moment at={order.createdAt} /> },
          ...(paid ? [{ term: t('paidWith'), detail: <PaidWith {...paid} /> }] : []),
          ...(paidAt ? [{ term: t('paidAt'), detail: <Moment at={paidAt} /> }] : []),
          ...(refunded.amountMinor > 0n
            ? [{ term: t('refunded'), detail: formatMoney(refunded) }]
            : []),
          {
            term: t('id'),
            detail: <code className="font-mono text-xs break-all">{order.id}</code>,
          },
        ]}
      />
    </Card>
  );
}
