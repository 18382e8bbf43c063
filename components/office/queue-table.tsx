import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Figure } from '@/components/ui/figure';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { QueueRow } from '@/lib/support/queue';

export interface ShownQueueRow extends QueueRow {
  /** Its page, where it has one. */
  href: string | undefined;
  merchantName: string | null;
  assignedName: string | null;
  age: { unit: 'minutes' | 'hours' | 'days'; n: number };
  tone: 'neutral' | 'warn' | 'bad';
}

/** What waits, a row each. `pick`: with a box to mark it, for what can be done to several at once. */
export function QueueTable({
  label,
  rows,
  pick,
}: {
  label: string;
  rows: readonly ShownQueueRow[];
  pick: boolean;
}) {
  const t = useTranslations('officeQueues');
  return (
    <Table
      label={label}
      head={
        <>
          {pick ? (
            <ColumnHead>
              <span className="sr-only">{t('table.pick')}</span>
            </ColumnHead>
          ) : null}
          <ColumnHead>{t('table.what')}</ColumnHead>
          <ColumnHead>{t('table.channel')}</ColumnHead>
          <ColumnHead figures>{t('table.amount')}</ColumnHead>
          <ColumnHead>{t('table.state')}</ColumnHead>
          <ColumnHead>{t('table.age')}</ColumnHead>
          <ColumnHead>{t('table.assigned')}</ColumnHead>
        </>
      }
    >
      {rows.map((row) => (
        <QueueLine key={`${row.kind}${row.id}`} row={row} pick={pick} />
      ))}
    </Table>
  );
}

function QueueLine({ row, pick }: { row: ShownQueueRow; pick: boolean }) {
  const t = useTranslations('officeQueues');
  const what = `${t(`kind.${row.kind}`)} ${row.merchantOrderNo ?? row.id}`;
  return (
    <tr data-queue-row="" className="focus-within:bg-ground hover:bg-ground">
      {pick ? (
        <Cell>
          <input
            type="checkbox"
            name="pick"
            value={row.id}
            aria-label={t('table.pickRow', { what })}
            className="size-5 accent-accent"
          />
        </Cell>
      ) : null}
      <RowHead className="min-w-44 font-normal break-all">
        <span className="block text-xs text-faint">{t(`kind.${row.kind}`)}</span>
        {row.href ? (
          <TextLink href={row.href}>{row.merchantOrderNo ?? row.id}</TextLink>
        ) : (
          (row.merchantOrderNo ?? row.id)
        )}
        {row.merchantName ? (
          <span className="block text-xs text-faint">{row.merchantName}</span>
        ) : null}
      </RowHead>
      <Cell className="whitespace-nowrap">
        {row.channel && t.has(`channelName.${row.channel}`)
          ? t(`channelName.${row.channel}`)
          : (row.channel ?? '–')}
      </Cell>
      <Cell figures>{row.amount ? <Figure amount={row.amount} /> : '–'}</Cell>
      <Cell className="min-w-28">
        {t.has(`state.${row.state}`) ? t(`state.${row.state}`) : row.state}
        {row.detail ? (
          <span className="block text-xs break-all text-faint">
            {t.has(`detail.${row.detail}`) ? t(`detail.${row.detail}`) : row.detail}
          </span>
        ) : null}
      </Cell>
      <Cell className="whitespace-nowrap">
        <Badge tone={row.tone}>
          {t(`table.${row.age.unit}`, { n: row.age.n })}
          {row.tone === 'bad' ? ` · ${t('table.late')}` : null}
        </Badge>
        {row.dueAt ? (
          <span className="block pt-0.5 text-xs text-faint">
            {t.rich('table.due', { when: () => <Moment at={row.dueAt ?? row.since} /> })}
          </span>
        ) : null}
      </Cell>
      <Cell className={row.assignedName ? '' : 'text-faint'}>
        {row.assignedName ?? t('table.nobody')}
      </Cell>
    </tr>
  );
}
