import { useTranslations } from 'next-intl';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { ImportedStatement } from '@/lib/reconciliation/statement';

/** Channels' files, and how much of each agrees with our records. */
export function ChannelFilesTable({ files }: { files: readonly ImportedStatement[] }) {
  const t = useTranslations('office.reconciliation');
  return (
    <Table
      label={t('files')}
      head={
        <>
          <ColumnHead>{t('day')}</ColumnHead>
          <ColumnHead>{t('channel')}</ColumnHead>
          <ColumnHead figures>{t('lines')}</ColumnHead>
          <ColumnHead figures>{t('matched')}</ColumnHead>
          <ColumnHead figures>{t('differing')}</ColumnHead>
          <ColumnHead figures>{t('missing')}</ColumnHead>
          <ColumnHead figures>{t('adjusted')}</ColumnHead>
          <ColumnHead>{t('imported')}</ColumnHead>
        </>
      }
    >
      {files.map(
        ({ id, day, channel, merchantNo, lines, matched, missing, adjusted, importedAt }) => (
          <tr key={id}>
            <RowHead className="font-normal whitespace-nowrap tabular-nums">{day}</RowHead>
            <Cell>
              {t(`channels.${channel}`)}
              <code className="block font-mono text-xs text-faint">{merchantNo}</code>
            </Cell>
            <Cell figures>{lines}</Cell>
            <Cell figures>{matched}</Cell>
            <Cell figures>{lines - matched}</Cell>
            <Cell figures>{missing}</Cell>
            <Cell figures>{adjusted}</Cell>
            <Cell>
              <Moment at={importedAt} />
            </Cell>
          </tr>
        ),
      )}
    </Table>
  );
}
