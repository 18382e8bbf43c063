import { addDays } from '@/lib/core/beijing';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import type { Figures } from './figures';
import {
  allHours,
  daysOf,
  LIVE_DAYS,
  noFigures,
  type Period,
  sumWays,
  totalOf,
  withTries,
} from './rules';
import {
  countDays,
  countHours,
  countWays,
  type Span,
  selectDays,
  selectToday,
  selectWays,
} from './store';

/**
 * What a merchant's shoppers did in so many days, today included (Beijing's): the last days as they are
 * now, the earlier ones as they were counted; one that was not is counted at once.
 *
 * @throws Refusal not_permitted
 */
export async function getFigures({
  by,
  days,
}: {
  by: MerchantActor;
  days: Period;
}): Promise<Figures> {
  requireMerchantMay(by, 'figures.read');
  const { merchantId } = by;
  const to = await selectToday();
  const all = daysOf(to, days);
  const from = all[0] ?? to;
  const kept: Span = { merchantId, from, to: addDays(to, -LIVE_DAYS) };
  const keptDays = days > LIVE_DAYS ? await selectDays(kept) : [];
  // Before the first sweep, and for what it has not reached: the days since the last one that is there.
  const known = new Set(keptDays.map(({ day }) => day));
  const firstMissing = all.find((day) => !known.has(day)) ?? to;
  const live: Span = { merchantId, from: firstMissing, to };
  const before: Span = { ...kept, to: addDays(firstMissing, -1) };
  const [counted, liveWays, keptWays, byHour] = await Promise.all([
    countDays(live),
    countWays(live),
    before.to >= from ? selectWays(before) : [],
    days === 1 ? countHours({ merchantId, from: to, to }) : [],
  ]);
  const byDate = new Map([...keptDays, ...counted].map((one) => [one.day, one]));
  const byDay = all.map((day) => byDate.get(day) ?? noFigures(day));
  const ways = [...keptWays, ...liveWays];
  return {
    ...{ days, from, to, byDay: withTries(byDay, ways) },
    byHour: days === 1 ? allHours(byHour) : [],
    total: totalOf(byDay),
    ways: sumWays(ways),
  };
}
