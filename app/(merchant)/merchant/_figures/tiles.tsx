import { getFormatter, getTranslations } from 'next-intl/server';
import type { Figures } from '@/lib/insights/figures';
import { shareOf, successRate } from '@/lib/insights/rules';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import { payTimeWords } from './pay-time-words';

/** What a merchant looks for first: the money, whether paying works, what goes back, how quick it is. */
export async function Tiles({ total, ways }: Figures) {
  const t = await getTranslations('merchantFigures.tiles');
  const format = await getFormatter();
  const percent = (share: number) =>
    format.number(share, { style: 'percent', maximumFractionDigits: 1 });
  const rate = successRate(ways);
  const tries = ways.reduce((sum, way) => sum + way.tries, 0);
  const timeOf = await payTimeWords();
  const none = t('none');
  const tiles = [
    {
      name: t('paid'),
      figure: formatMoney(cny(total.paidMinor)),
      more: t('payments', { count: total.payments }),
    },
    {
      name: t('rate'),
      figure: rate === undefined ? none : percent(rate),
      more: t('tries', { count: tries }),
    },
    {
      name: t('refunded'),
      figure: formatMoney(cny(total.refundedMinor)),
      more: t('refunds', {
        count: total.refunds,
        share: percent(shareOf(Number(total.refundedMinor), Number(total.paidMinor))),
      }),
    },
    {
      name: t('time'),
      figure: timeOf(total.payTimes) ?? none,
      more: t('half'),
    },
  ];
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(13rem,100%),1fr))] gap-4">
      {tiles.map(({ name, figure, more }) => (
        <div
          key={name}
          className="grid content-start gap-0.5 rounded-card bg-card p-5 shadow-card sm:p-6"
        >
          <dt className="text-sm text-soft">{name}</dt>
          <dd className="text-2xl font-semibold tabular-nums">{figure}</dd>
          <dd className="text-sm text-faint">{more}</dd>
        </div>
      ))}
    </dl>
  );
}
