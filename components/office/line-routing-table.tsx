import { useFormatter, useTranslations } from 'next-intl';
import { langOf } from '@/components/ui/lang-of';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { RankedLine } from '@/lib/routing/line-route';

/** Each line of the phone's carrier with what spoke for or against it. */
export function LineRoutingTable({
  lines,
  names,
}: {
  lines: readonly RankedLine[];
  names: ReadonlyMap<string, string>;
}) {
  const t = useTranslations('office.attempt');
  const format = useFormatter();
  const nameOf = (lineId: string) => names.get(lineId) ?? lineId;
  const percent = (part: number) =>
    format.number(part, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Table
      label={t('lines')}
      head={
        <>
          <ColumnHead>{t('line')}</ColumnHead>
          <ColumnHead>{t('reasonHead')}</ColumnHead>
          <ColumnHead figures>{t('share')}</ColumnHead>
          <ColumnHead figures>{t('decidedRate')}</ColumnHead>
        </>
      }
    >
      {lines.map(({ lineId, reason, shareMillionths, successRate }) => (
        <tr key={lineId}>
          <RowHead className="font-normal">
            <span lang={langOf(nameOf(lineId))}>{nameOf(lineId)}</span>
          </RowHead>
          <Cell className="min-w-40">{t(`lineReason.${reason}`)}</Cell>
          <Cell figures>{percent(shareMillionths / 1_000_000)}</Cell>
          <Cell figures>{successRate === null ? t('noneDecided') : percent(successRate)}</Cell>
        </tr>
      ))}
    </Table>
  );
}
