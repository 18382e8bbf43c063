import { useTranslations } from 'next-intl';
import { RefundStateCell } from '@/components/payments/refund-cells';
import { Figure } from '@/components/ui/figure';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { MerchantRefund } from '@/lib/refunds/merchant-refund';

/** Refunds of all orders: of which, for how much, and how far each is. */
export function RefundsTable({ refunds }: { refunds: readonly MerchantRefund[] }) {
  const t = useTranslations('merchantFigures.refunds');
  const order = useTranslations('merchant.order');
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{order('when')}</ColumnHead>
          <ColumnHead>{t('order')}</ColumnHead>
          <ColumnHead figures>{order('amount')}</ColumnHead>
          <ColumnHead>{order('state')}</ColumnHead>
          <ColumnHead>{order('by')}</ColumnHead>
        </>
      }
    >
      {refunds.map((refund) => (
        <tr key={refund.id} className="hover:bg-ground">
          <RowHead className="font-normal text-soft">
            <Moment at={refund.requestedAt} />
          </RowHead>
          <Cell className="min-w-40 break-all">
            <TextLink href={`/merchant/orders/${refund.orderId}`}>
              {refund.merchantOrderNo}
            </TextLink>
            <code className="block font-mono text-xs text-faint">{refund.merchantRefundNo}</code>
          </Cell>
          <Cell figures>
            <Figure amount={refund.amount} />
          </Cell>
          <RefundStateCell refund={refund} className="min-w-28" />
          <Cell className="min-w-28">
            {t(refund.cause === 'late_payment' ? 'late' : `asker.${refund.askedBy}`)}
            {refund.reason ? (
              <span className="block text-xs text-faint">{refund.reason}</span>
            ) : null}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
