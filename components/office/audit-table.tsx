import { useTranslations } from 'next-intl';
import { langOf } from '@/components/ui/lang-of';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { AuditRow } from '@/lib/audit/audit';

/** What staff did: who, what, to what, why, and what it changed. */
export function AuditTable({ rows }: { rows: readonly (AuditRow & { actorName: string })[] }) {
  const t = useTranslations('officeAudit');
  return (
    <Table
      label={t('title')}
      head={
        <>
          <ColumnHead>{t('column.at')}</ColumnHead>
          <ColumnHead>{t('column.who')}</ColumnHead>
          <ColumnHead>{t('column.what')}</ColumnHead>
          <ColumnHead>{t('column.why')}</ColumnHead>
          <ColumnHead>{t('column.change')}</ColumnHead>
        </>
      }
    >
      {rows.map((row) => (
        <tr key={String(row.id)}>
          <RowHead className="font-normal">
            <Moment at={row.at} />
            <span className="block text-xs text-faint tabular-nums">{`#${row.id}`}</span>
          </RowHead>
          <Cell className="min-w-28" lang={langOf(row.actorName)}>
            {row.actorName}
            <code className="block font-mono text-xs break-all text-faint">{row.actorId}</code>
          </Cell>
          <Cell className="min-w-40">
            <ActionName action={row.action} />
            <code className="block font-mono text-xs break-all text-faint">{row.subjectId}</code>
          </Cell>
          <Cell className="min-w-40" lang={langOf(row.why ?? '')}>
            {row.why ?? '—'}
          </Cell>
          <Cell className="min-w-56">
            <Changes before={row.before} after={row.after} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

/** A row that an older build has written may be of something that has no words any more. */
function ActionName({ action }: Pick<AuditRow, 'action'>) {
  const t = useTranslations('officeAudit');
  const key = `action.${action}` as 'action.note.write';
  return t.has(key) ? t(key) : <code className="font-mono text-sm">{action}</code>;
}

function Changes({ before, after }: Pick<AuditRow, 'before' | 'after'>) {
  const t = useTranslations('officeAudit');
  if (!before && !after) return <>—</>;
  const facts = [
    ['before', before],
    ['after', after],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-2 text-xs">
      {facts.map(([name, text]) =>
        text ? (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-faint">{t(`column.${name}`)}</dt>
            <dd className="break-all" lang={langOf(text)}>
              <code className="font-mono">{text}</code>
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
