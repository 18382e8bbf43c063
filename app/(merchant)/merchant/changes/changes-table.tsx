import { useTranslations } from 'next-intl';
import { langOf } from '@/components/ui/lang-of';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { ListedChange } from '@/lib/merchants/list-merchant-changes';

/** What was changed, from what to what, by whom. */
export function ChangesTable({ changes }: { changes: readonly ListedChange[] }) {
  const t = useTranslations('members.changes');
  return (
    <Table
      label={t('title')}
      head={
        <>
          <ColumnHead>{t('at')}</ColumnHead>
          <ColumnHead>{t('subjectName')}</ColumnHead>
          <ColumnHead>{t('from')}</ColumnHead>
          <ColumnHead>{t('to')}</ColumnHead>
          <ColumnHead>{t('by')}</ColumnHead>
        </>
      }
    >
      {changes.map(({ id, at, subject, from, to, madeBy }) => (
        <tr key={id}>
          <RowHead className="font-normal whitespace-nowrap">
            <Moment at={at} />
          </RowHead>
          <Cell className="whitespace-nowrap">{t(`subject.${subject}`)}</Cell>
          {[from, to].map((value, n) => (
            <Cell
              key={n === 0 ? 'from' : 'to'}
              lang={langOf(value ?? '')}
              className="min-w-32 text-sm wrap-anywhere"
            >
              {value ?? '—'}
            </Cell>
          ))}
          <Cell>{madeBy ? <span lang={langOf(madeBy)}>{madeBy}</span> : t('platform')}</Cell>
        </tr>
      ))}
    </Table>
  );
}
