import { useFormatter, useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { cny } from '@/lib/money/money';

export interface TrendRow {
  key: string;
  when: string;
  payments: number;
  paidMinor: bigint;
  /** Not by the hour. */
  refundedMinor?: bigint;
  orders?: number;
  /** Of that day's orders: whose page was opened, and which of these are paid. */
  opened?: number;
  finished?: number;
  /** Of that day's tries that have ended, how many were paid: 0 to 1. */
  rate?: number;
  /** Within what time half of that day's payments were made, in words. */
  time?: string;
}

/** The figures behind the bars. */
export function TrendTable({ rows }: { rows: readonly TrendRow[] }) {
  const t = useTranslations('merchantFigures.trend');
  const format = useFormatter();
  const percent = (share: number | undefined): string =>
    share === undefined
      ? '—'
      : format.number(share, { style: 'percent', maximumFractionDigits: 1 });
  const conversion = ({
    opened = 0,
    finished = 0,
  }: Pick<TrendRow, 'opened' | 'finished'>): string =>
    percent(opened === 0 ? undefined : finished / opened);
  const byDay = rows.some(({ orders }) => orders !== undefined);
  return (
    <Table
      label={t('title')}
      head={
        <>
          <ColumnHead>{t('when')}</ColumnHead>
          {byDay ? <ColumnHead figures>{t('orders')}</ColumnHead> : null}
          <ColumnHead figures>{t('payments')}</ColumnHead>
          <ColumnHead figures>{t('amount')}</ColumnHead>
          {byDay ? <ColumnHead figures>{t('refunded')}</ColumnHead> : null}
          {byDay ? <ColumnHead figures>{t('conversion')}</ColumnHead> : null}
          {byDay ? <ColumnHead figures>{t('rate')}</ColumnHead> : null}
          {byDay ? <ColumnHead figures>{t('time')}</ColumnHead> : null}
        </>
      }
    >
      {rows.map(
        ({ key, when, payments, paidMinor, refundedMinor, orders, rate, time, ...funnel }) => (
          <tr key={key}>
            <RowHead className="font-normal whitespace-nowrap tabular-nums">{when}</RowHead>
            {byDay ? <Cell figures>{format.number(orders ?? 0)}</Cell> : null}
            <Cell figures>{format.number(payments)}</Cell>
            <Cell figures>
              <Figure amount={cny(paidMinor)} />
            </Cell>
            {byDay ? (
              <Cell figures>
                <Figure amount={cny(refundedMinor ?? 0n)} />
              </Cell>
            ) : null}
            {byDay ? <Cell figures>{conversion(funnel)}</Cell> : null}
            {byDay ? <Cell figures>{percent(rate)}</Cell> : null}
            {byDay ? <Cell figures>{time ?? '—'}</Cell> : null}
          </tr>
        ),
      )}
    </Table>
  );
}
