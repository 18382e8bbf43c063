import { getTranslations } from 'next-intl/server';
import { refundAdvice } from '@/app/_server/refund-advice';
import { Card } from '@/components/ui/card';
import { newSortableNumber } from '@/lib/core/ids';
import { formatMoney } from '@/lib/money/format-money';
import type { Order } from '@/lib/orders/order';
import { listAttemptsById } from '@/lib/payments/list-attempts-by-id';
import { getRefundable } from '@/lib/refunds/get-refundable';
import { refundAction } from './actions';
import { RefundForm } from './refund-form';

/** Gives back what is left of the order, or a part of it. */
export async function RefundCard({
  order: { id: orderId, merchantId, state, paidAttemptId },
  after,
}: {
  order: Order;
  /** The refund that was just asked for here: the form begins anew. */
  after?: string;
}) {
  const t = await getTranslations('merchant.order.refund');
  const left = await getRefundable({ merchantId, orderId });
  const paid = paidAttemptId
    ? (await listAttemptsById([paidAttemptId])).get(paidAttemptId)
    : undefined;
  const balance = paid && paid.balance.amountMinor > 0n ? paid.balance : undefined;
  const nothing = left.amountMinor <= 0n;
  return (
    <Card className="grid gap-4" id="refund">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-soft">
          {state !== 'paid'
            ? t('notPaid')
            : nothing
              ? t('nothingLeft')
              : balance
                ? t('leadMixed', { left: formatMoney(left), balance: formatMoney(balance) })
                : t('lead', { left: formatMoney(left) })}
        </p>
        {nothing ? null : (
          <p className="text-sm text-soft">{await refundAdvice({ merchantId, orderId })}</p>
        )}
      </div>
      {nothing ? null : (
        <RefundForm
          action={refundAction}
          key={after}
          orderId={orderId}
          refundNo={`R${newSortableNumber()}`}
          words={{
            amount: t('amount'),
            reason: t('reason'),
            reasonHint: t('reasonHint'),
            check: t('check'),
            checking: t('checking'),
            confirmTitle: t('confirmTitle'),
            confirmLead: t('confirmLead'),
            confirm: t('confirm', { amount: '{amount}' }),
            confirming: t('confirming'),
            change: t('change'),
            broken: t('broken'),
          }}
        />
      )}
    </Card>
  );
}
