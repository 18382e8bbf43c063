import { useTranslations } from 'next-intl';
import { AskedByCell, RefundStateCell } from '@/components/payments/refund-cells';
import { Figure } from '@/components/ui/figure';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { Refund } from '@/lib/refunds/refund';

export interface ShownRefund extends Refund {
  /** Who asked for it, in words. */
  by: string;
}

/** A payment's refunds with their numbers at the channel, who asked for each, and where it stands. */
export function RefundsTable({ refunds }: { refunds: readonly ShownRefund[] }) {
  const t = useTranslations('office.attempt');
  const route = useTranslations('payments.refundRoute');
  return (
    <Table
      label={t('refundsCaption')}
      head={
        <>
          <ColumnHead>{t('refundNo')}</ColumnHead>
          <ColumnHead figures>{t('refundAmount')}</ColumnHead>
          <ColumnHead>{t('refundState')}</ColumnHead>
          <ColumnHead>{t('requestedBy')}</ColumnHead>
          <ColumnHead>{t('refundAt')}</ColumnHead>
        </>
      }
    >
      {refunds.map((refund) => (
        <tr key={refund.id}>
          <RowHead className="min-w-56 font-normal break-all">
            <code className="font-mono text-xs">{refund.id}</code>
            <code className="block font-mono text-xs text-faint">{refund.channelOrderNo}</code>
            {refund.merchantRefundNo ? (
              <span className="block text-xs text-faint">
                {t('merchantRefundNo', { no: refund.merchantRefundNo })}
              </span>
            ) : null}
            {refund.partOfId ? (
              <span className="block text-xs text-faint">
                {t('partOf', { id: refund.partOfId })}
              </span>
            ) : null}
          </RowHead>
          <Cell figures>
            <Figure amount={refund.amount} />
          </Cell>
          <RefundStateCell refund={refund} className="min-w-32">
            <span className="block text-xs text-faint">{route(refund.route)}</span>
          </RefundStateCell>
          <AskedByCell refund={refund} className="min-w-32 break-all" />
          <Cell className="text-soft">
            <Moment at={refund.requestedAt} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
