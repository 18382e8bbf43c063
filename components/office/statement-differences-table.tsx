import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { langOf } from '@/components/ui/lang-of';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { StatementDifference } from '@/lib/carrier-statements/statement';

/** Lines of statements that nothing was booked for, in words. */
export function StatementDifferencesTable({
  differences,
}: {
  differences: readonly StatementDifference[];
}) {
  const t = useTranslations('carrierStatements');
  const names = useTranslations('carriers');
  return (
    <Table
      label={t('differences.title')}
      head={
        <>
          <ColumnHead>{t('differences.finding')}</ColumnHead>
          <ColumnHead>{t('statements.month')}</ColumnHead>
          <ColumnHead figures>{t('differences.lineNo')}</ColumnHead>
          <ColumnHead>{t('differences.number')}</ColumnHead>
          <ColumnHead figures>{t('differences.amount')}</ColumnHead>
          <ColumnHead figures>{t('differences.share')}</ColumnHead>
        </>
      }
    >
      {differences.map((one) => (
        <tr key={`${one.lineName} ${one.month} ${one.lineNo}`}>
          <RowHead className="min-w-40 font-normal">
            {t(`finding.${one.finding}`)}
            <span className="block text-xs text-faint">
              {names(`carrier.${one.carrier}`)}{' '}
              <span lang={langOf(one.lineName)}>{one.lineName}</span>
              {' · '}
              {t(`kind.${one.kind}`)}
            </span>
          </RowHead>
          <Cell className="whitespace-nowrap tabular-nums">{one.month}</Cell>
          <Cell figures>{one.lineNo}</Cell>
          <Cell className="min-w-56 break-all">
            <code className="font-mono text-xs">{one.channelOrderNo}</code>
            <code className="block font-mono text-xs text-faint">
              {one.attemptId ?? t('differences.noRecord')}
            </code>
          </Cell>
          <Cell figures>
            <Figure amount={one.amount} />
          </Cell>
          <Cell figures>
            <Figure amount={one.share} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
