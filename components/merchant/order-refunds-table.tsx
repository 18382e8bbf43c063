import { useTranslations } from 'next-intl';
import { AskedByCell, RefundStateCell } from '@/components/payments/refund-cells';
import { Figure } from '@/components/ui/figure';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { Refund } from '@/lib/refunds/refund';

export interface ShownRefund
  extends Pick<
    Refund,
    'id' | 'merchantRefundNo' | 'amount' | 'state' | 'failureReason' | 'reason' | 'requestedAt'
  > {
  /** Who asked for it, in words. */
  by: string;
}

/** What was refunded of an order: how much, why, by whom, and how far it is. */
export function OrderRefundsTable({ refunds }: { refunds: readonly ShownRefund[] }) {
  const t = useTranslations('merchant.order');
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
          </Cell>
          <RefundStateCell refund={refund} className="min-w-28" />
          <AskedByCell refund={refund} className="min-w-28" />
          <Cell className="min-w-40 break-all">
            <code className="font-mono text-xs">{refund.merchantRefundNo}</code>
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
