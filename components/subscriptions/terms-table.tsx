import { useTranslations } from 'next-intl';
import { FailureWords } from '@/components/payments/failure-words';
import { Badge } from '@/components/ui/badge';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { SubscriptionTerm } from '@/lib/subscriptions/subscription';
import { DayText } from './day-text';

/** The terms of a subscription, each with its days, its order, and whether it is paid. */
export function TermsTable({ terms }: { terms: readonly SubscriptionTerm[] }) {
  const t = useTranslations('subscriptions.term');
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{t('number')}</ColumnHead>
          <ColumnHead>{t('days')}</ColumnHead>
          <ColumnHead>{t('paid')}</ColumnHead>
          <ColumnHead>{t('failures')}</ColumnHead>
          <ColumnHead>{t('order')}</ColumnHead>
        </>
      }
    >
      {terms.map(({ seq, startsOn, endsOn, paidAt, failures, failureReason, orderId }) => (
        <tr key={seq}>
          <RowHead className="tabular-nums">{seq}</RowHead>
          <Cell className="whitespace-nowrap">
            <DayText day={startsOn} /> – <DayText day={endsOn} />
          </Cell>
          <Cell>{paidAt ? <Moment at={paidAt} /> : <Badge tone="warn">{t('unpaid')}</Badge>}</Cell>
          <Cell className="min-w-32">
            {failures}
            {failureReason ? (
              <span className="block text-xs text-faint">
                <FailureWords reason={failureReason} />
              </span>
            ) : null}
          </Cell>
          <Cell>
            <code className="font-mono text-xs break-all text-faint">{orderId}</code>
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
