import { useFormatter, useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/figure';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { WayFigures } from '@/lib/insights/figures';
import { cny } from '@/lib/money/money';
import { ShareBar } from './share-bar';

export type ShownWay = WayFigures & {
  /** Of the tries that have ended, how many were paid: 0 to 1. */
  rate: number | undefined;
};

/** Each way to pay: how often it was tried, how often that went well, and what it brought. */
export function WaysTable({ ways }: { ways: readonly ShownWay[] }) {
  const t = useTranslations('merchantFigures.ways');
  const payments = useTranslations('payments');
  const format = useFormatter();
  return (
    <Table
      label={t('title')}
      head={
        <>
          <ColumnHead>{t('way')}</ColumnHead>
          <ColumnHead>{t('channel')}</ColumnHead>
          <ColumnHead figures>{t('tries')}</ColumnHead>
          <ColumnHead>{t('rate')}</ColumnHead>
          <ColumnHead figures>{t('amount')}</ColumnHead>
        </>
      }
    >
      {ways.map((way) => {
        const { rate } = way;
        return (
          <tr key={`${way.method}:${way.channel}`}>
            <RowHead>{payments(`method.${way.method}`)}</RowHead>
            <Cell className="text-soft">{t(`channels.${way.channel}`)}</Cell>
            <Cell figures>{format.number(way.tries)}</Cell>
            <Cell className="min-w-40">
              {rate === undefined ? (
                <span className="text-faint">{t('undecided')}</span>
              ) : (
                <span className="grid grid-cols-[3.5rem_1fr] items-center gap-2 tabular-nums">
                  {format.number(rate, { style: 'percent', maximumFractionDigits: 1 })}
                  <ShareBar share={rate} />
                </span>
              )}
            </Cell>
            <Cell figures>
              <Figure amount={cny(way.paidMinor)} />
            </Cell>
          </tr>
        );
      })}
    </Table>
  );
}
