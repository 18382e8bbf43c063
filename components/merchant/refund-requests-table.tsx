import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { RefundRequest } from '@/lib/refunds/refund-request';

/** What shoppers ask a merchant for: of which order, how much, why, since when. */
export function RefundRequestsTable({
  requests,
}: {
  requests: readonly (RefundRequest & { merchantOrderNo: string })[];
}) {
  const t = useTranslations('refunds.requests');
  const reason = useTranslations('refunds.reason');
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{t('order')}</ColumnHead>
          <ColumnHead figures>{t('amount')}</ColumnHead>
          <ColumnHead>{t('reason')}</ColumnHead>
          <ColumnHead>{t('askedAt')}</ColumnHead>
        </>
      }
    >
      {requests.map((request) => (
        <tr key={request.refundId} className="hover:bg-ground">
          <RowHead className="min-w-48 font-normal break-all">
            <TextLink href={`/merchant/orders/${request.orderId}#${request.refundId}`}>
              {request.merchantOrderNo}
            </TextLink>
          </RowHead>
          <Cell figures>
            <Figure amount={request.amount} />
          </Cell>
          <Cell className="min-w-40">
            {reason(request.reason)}
            {request.words ? (
              <span className="block text-xs break-words text-faint">{request.words}</span>
            ) : null}
          </Cell>
          <Cell>
            <Moment at={request.askedAt} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
