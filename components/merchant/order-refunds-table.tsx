import { useTranslations } from 'next-intl';
import { AskedByCell, RefundStateCell } from '@/components/payments/refund-cells';
import { Figure } from '@/components/ui/figure';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { formatMoney } from '@/lib/money/format-money';
import type { AskedRefund } from '@/lib/refunds/refund';

export interface ShownRefund
  extends Pick<
    AskedRefund,
    | 'id'
    | 'merchantRefundNo'
    | 'amount'
    | 'state'
    | 'failureReason'
    | 'declineReason'
    | 'reason'
    | 'requestedAt'
    | 'returned'
    | 'parts'
  > {
  /** Who asked for it, in words. */
  by: string;
}

/** What was refunded of an order: how much, why, by whom, and how far it is. */
export function OrderRefundsTable({ refunds }: { refunds: readonly ShownRefund[] }) {
  const t = useTranslations('merchant.order');
  const say = useTranslations('refunds');
  return (
    <Table
      label={t('refundsCaption')}
      head={
        <>
          <ColumnHead>{t('when')}</ColumnHead>
          <ColumnHead figures>{t('amount')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
          <ColumnHead>{t('by')}</ColumnHead>
          <ColumnHead>{t('refundNo')}</ColumnHead>
        </>
      }
    >
      {refunds.map((refund) => (
        <tr key={refund.id}>
          <RowHead className="font-normal text-soft">
            <Moment at={refund.requestedAt} />
          </RowHead>
          <Cell figures>
            <Figure amount={refund.amount} />
            <Parts parts={refund.parts} />
          </Cell>
          <RefundStateCell refund={refund} className="min-w-28">
            {refund.state === 'failed' && refund.returned.amountMinor > 0n ? (
              <span className="block text-xs text-faint">
                {t('refundReturned', { amount: formatMoney(refund.returned) })}
              </span>
            ) : null}
            {refund.declineReason ? (
              <span className="block text-xs text-faint">
                {say('declineReason', { reason: refund.declineReason })}
              </span>
            ) : null}
          </RefundStateCell>
          <AskedByCell refund={refund} className="min-w-28" />
          <Cell className="min-w-40 break-all">
            <code className="font-mono text-xs">{refund.merchantRefundNo}</code>
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

/** What goes back to the balance, and what the way it came; nothing where it is all one. */
function Parts({ parts: [first, second] }: Pick<AskedRefund, 'parts'>) {
  const t = useTranslations('merchant.order');
  if (!first || !second) return null;
  return (
    <span className="block text-xs text-faint">
      {t('refundParts', {
        balance: formatMoney(first.amount),
        rest: formatMoney(second.amount),
      })}
    </span>
  );
}
