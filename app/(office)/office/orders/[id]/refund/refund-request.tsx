import { getTranslations } from 'next-intl/server';
import { refundAdvice } from '@/app/_server/refund-advice';
import { RefundForm } from '@/app/(merchant)/merchant/orders/[id]/refund-form';
import { Card } from '@/components/ui/card';
import { newSortableNumber } from '@/lib/core/ids';
import { formatMoney } from '@/lib/money/format-money';
import { getRefundable } from '@/lib/refunds/get-refundable';
import { agentRefundAction } from './actions';

/** Gives back what is left of an order, or a part of it, for its merchant; for whoever may ask for refunds. */
export async function RefundRequest({
  order: { id: orderId, merchantId },
  after,
}: {
  order: { id: string; merchantId: string };
  /** The refund that was just asked for here: the form begins anew. */
  after?: string | undefined;
}) {
  const t = await getTranslations('refunds.agent');
  const left = await getRefundable({ merchantId, orderId });
  const nothing = left.amountMinor <= 0n;
  return (
    <Card className="grid gap-4" id="refund">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-soft">
          {nothing ? t('nothing') : t('lead', { left: formatMoney(left) })}
        </p>
        {nothing ? null : (
          <p className="text-sm text-soft">{await refundAdvice({ merchantId, orderId })}</p>
        )}
      </div>
      {nothing ? null : (
        <RefundForm
          key={after}
          action={agentRefundAction}
          orderId={orderId}
          refundNo={`A${newSortableNumber()}`}
          words={{
            amount: t('amount'),
            reason: t('reason'),
            reasonHint: t('reasonHint'),
            check: t('check'),
            checking: t('checking'),
            confirmTitle: t('confirmTitle'),
            code: { label: t('code'), hint: t('codeHint') },
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
