import { useFormatter, useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { formatAmount } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';

export interface MonthRow {
  key: string;
  /** What kind of movement, in words. */
  name: string;
  count: number;
  in: Money;
  out: Money;
}

/** One account's month: what it had, what moved by kind, what it has. */
export function MonthTable({
  name,
  opening,
  closing,
  rows,
  total,
}: {
  name: string;
  opening: Money;
  closing: Money;
  rows: readonly MonthRow[];
  total: { in: Money; out: Money };
}) {
  const t = useTranslations('merchantFigures.statement');
  const format = useFormatter();
  const edge = (word: string, balance: Money) => (
    <tr className="font-medium">
      <RowHead className="font-medium">{word}</RowHead>
      <Cell />
      <Cell />
      <Cell />
      <Cell figures>{formatAmount(balance)}</Cell>
    </tr>
  );
  return (
    <Table
      label={name}
      head={
        <>
          <ColumnHead>{t('kind')}</ColumnHead>
          <ColumnHead figures>{t('count')}</ColumnHead>
          <ColumnHead figures>{t('in')}</ColumnHead>
          <ColumnHead figures>{t('out')}</ColumnHead>
          <ColumnHead figures>{t('balance')}</ColumnHead>
        </>
      }
    >
      {edge(t('opening'), opening)}
      {rows.map((row) => (
        <tr key={row.key}>
          <RowHead className="min-w-40 font-normal">{row.name}</RowHead>
          <Cell figures>{format.number(row.count)}</Cell>
          <Cell figures>
            <Figure amount={row.in} />
          </Cell>
          <Cell figures>
            <Figure amount={row.out} />
          </Cell>
          <Cell />
        </tr>
      ))}
      <tr>
        <RowHead className="font-medium">{t('total')}</RowHead>
        <Cell />
        <Cell figures className="font-medium">
          <Figure amount={total.in} />
        </Cell>
        <Cell figures className="font-medium">
          <Figure amount={total.out} />
        </Cell>
        <Cell />
      </tr>
      {edge(t('closing'), closing)}
    </Table>
  );
}
