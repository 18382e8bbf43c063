import { getFormatter, getTranslations } from 'next-intl/server';
import { BarChart } from '@/components/merchant/bar-chart';
import { type TrendRow, TrendTable } from '@/components/merchant/trend-table';
import { Card } from '@/components/ui/card';
import type { Figures } from '@/lib/insights/figures';
import { shareOf, successRate } from '@/lib/insights/rules';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import { payTimeWords } from './pay-time-words';

/** So that a day on which every try failed differs from one without a try. */
const LEAST_SHARE = 0.01;

/**
 * What was paid, by the day, or today by the hour, and by the day what went back and how many tries went well: as bars,
 * and the same as a table.
 */
export async function Trend({ days, byDay, byHour }: Figures) {
  const t = await getTranslations('merchantFigures.trend');
  const format = await getFormatter();
  const timeOf = await payTimeWords();
  const percent = (share: number) =>
    format.number(share, { style: 'percent', maximumFractionDigits: 1 });
  const rows: TrendRow[] =
    days === 1
      ? byHour.map(({ hour, ...rest }) => ({
          ...rest,
          ...{ key: String(hour), when: `${String(hour).padStart(2, '0')}:00` },
        }))
      : byDay.map((one) => ({
          ...one,
          ...{ key: one.day, when: one.day, rate: successRate([one]), time: timeOf(one.payTimes) },
        }));
  const words = [rows[0], rows[Math.floor((rows.length - 1) / 2)], rows.at(-1)];
  const axis = words.flatMap((row) => (row ? [row.when] : []));
  const chartOf = (amountOf: (row: TrendRow) => bigint, key: 'chart' | 'refundChart') => {
    const most = Math.max(0, ...rows.map((row) => Number(amountOf(row))));
    const mostText = formatMoney(cny(BigInt(most)));
    const bars = rows.map((row) => ({
      key: row.key,
      share: shareOf(Number(amountOf(row)), most),
      text: `${row.when} ${formatMoney(cny(amountOf(row)))}`,
    }));
    return { label: t(key, { most: mostText }), most: mostText, axis, bars };
  };
  const rates = rows.map(({ key, when, rate }) => ({
    key,
    share: rate === undefined ? 0 : Math.max(rate, LEAST_SHARE),
    text: `${when} ${rate === undefined ? t('noTry') : percent(rate)}`,
  }));
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-semibold">{t(days === 1 ? 'byHour' : 'byDay')}</h2>
      <BarChart {...chartOf(({ paidMinor }) => paidMinor, 'chart')} />
      {days === 1 ? null : (
        <>
          <h3 className="font-semibold">{t('refundsByDay')}</h3>
          <BarChart
            {...chartOf(({ refundedMinor = 0n }) => refundedMinor, 'refundChart')}
            tone="warn"
          />
          <h3 className="font-semibold">{t('rateByDay')}</h3>
          <BarChart
            label={t('rateChart', { most: percent(1) })}
            most={percent(1)}
            axis={axis}
            bars={rates}
          />
        </>
      )}
      <details>
        <summary className="py-1 text-sm font-medium text-accent-text">{t('asTable')}</summary>
        <div className="-mx-5 pt-2 sm:-mx-6">
          <TrendTable rows={rows} />
        </div>
      </details>
    </Card>
  );
}
