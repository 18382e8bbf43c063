import { useTranslations } from 'next-intl';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { ListedDelivery } from '@/lib/webhooks/delivery';
import { DeliveryBadge } from './delivery-badge';

/** What was sent: which event, where to, whether it arrived, what came of the last try. */
export function DeliveriesTable({ deliveries }: { deliveries: readonly ListedDelivery[] }) {
  const t = useTranslations('developers.deliveries');
  return (
    <Table
      label={t('title')}
      head={
        <>
          <ColumnHead>{t('topic')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
          <ColumnHead>{t('lastAnswer')}</ColumnHead>
          <ColumnHead figures>{t('tries')}</ColumnHead>
          <ColumnHead>{t('endpoint')}</ColumnHead>
          <ColumnHead>{t('at')}</ColumnHead>
        </>
      }
    >
      {deliveries.map((delivery) => (
        <tr key={delivery.id} className="hover:bg-ground">
          <RowHead className="min-w-44 font-normal">
            <TextLink href={`/merchant/deliveries/${delivery.id}`}>
              <code>{delivery.topic}</code>
            </TextLink>
            <span className="block font-mono text-xs text-faint">{delivery.objectId}</span>
          </RowHead>
          <Cell>
            <DeliveryBadge state={delivery.state} />
          </Cell>
          <Cell>
            <LastAnswer {...delivery} />
          </Cell>
          <Cell figures>{delivery.tries}</Cell>
          <Cell className="min-w-48 text-xs break-all">{delivery.url}</Cell>
          <Cell>
            <Moment at={delivery.createdAt} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

/** The status, or what broke before there was one. */
export function LastAnswer({
  lastStatus,
  lastProblem,
}: Pick<ListedDelivery, 'lastStatus' | 'lastProblem'>) {
  const t = useTranslations('developers.problemKind');
  if (lastStatus !== null) return <span className="tabular-nums">{lastStatus}</span>;
  return lastProblem ? t(lastProblem) : '—';
}
