import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { langOf } from '@/components/ui/lang-of';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { CarrierStatement } from '@/lib/carrier-statements/statement';
import { cny, type Money } from '@/lib/money/money';

const sum = (...amounts: Money[]): Money =>
  cny(amounts.reduce((total, { amountMinor }) => total + amountMinor, 0n));

/** Statements, and what of each is still owed. */
export function CarrierStatementsTable({
  statements,
}: {
  statements: readonly CarrierStatement[];
}) {
  const t = useTranslations('carrierStatements.statements');
  const names = useTranslations('carriers');
  const amountsOf = (one: CarrierStatement): [string, Money][] => [
    ['gross', one.gross],
    ['deducted', sum(one.reduction, one.badDebt, one.complaint, one.refunded)],
    ['share', one.share],
    ['fee', one.fee],
    ['remitted', one.remitted],
    ['owed', one.owed],
  ];
  return (
    <Table
      label={t('title')}
      head={
        <>
          <ColumnHead>{t('month')}</ColumnHead>
          <ColumnHead>{t('line')}</ColumnHead>
          <ColumnHead figures>{t('lines')}</ColumnHead>
          <ColumnHead figures>{t('differing')}</ColumnHead>
          <ColumnHead figures>{t('gross')}</ColumnHead>
          <ColumnHead figures>{t('deducted')}</ColumnHead>
          <ColumnHead figures>{t('share')}</ColumnHead>
          <ColumnHead figures>{t('fee')}</ColumnHead>
          <ColumnHead figures>{t('remitted')}</ColumnHead>
          <ColumnHead figures>{t('owed')}</ColumnHead>
          <ColumnHead>{t('due')}</ColumnHead>
        </>
      }
    >
      {statements.map((one) => (
        <tr key={one.statementId}>
          <RowHead className="font-normal whitespace-nowrap tabular-nums">{one.month}</RowHead>
          <Cell className="min-w-40">
            <span lang={langOf(one.lineName)}>{one.lineName}</span>
            <span className="block text-xs text-faint">{names(`carrier.${one.carrier}`)}</span>
          </Cell>
          <Cell figures>{one.lines}</Cell>
          <Cell figures>{one.differing}</Cell>
          {amountsOf(one).map(([name, amount]) => (
            <Cell figures key={name} className={name === 'owed' ? 'font-medium' : ''}>
              <Figure amount={amount} />
            </Cell>
          ))}
          <Cell className="whitespace-nowrap tabular-nums">{one.dueOn}</Cell>
        </tr>
      ))}
    </Table>
  );
}
