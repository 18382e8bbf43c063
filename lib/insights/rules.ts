import { addDays, type Day } from '@/lib/core/beijing';
import type { DayFigures, DayWayFigures, HourFigures, ShownDay, WayFigures } from './figures';

/** For how many days figures are shown, today included. */
export const PERIODS = [1, 7, 30, 90] as const;
export type Period = (typeof PERIODS)[number];

/** Upper ends, in seconds, of how long paying took; one more span is for all that took longer. */
export const PAY_SPANS = [15, 30, 60, 120, 300, 900] as const;

/** Days younger than this are counted for every page; older ones are read as they were counted. */
export const LIVE_DAYS = 2;
/** An order may be paid for thirty days, and its last payment be in doubt for a while after. */
export const CHANGING_DAYS = 33;
/** The furthest back that figures go. */
export const COUNTED_DAYS = 92;

/** The days of a period that ends with `today`, oldest first. */
export const daysOf = (today: Day, days: number): Day[] =>
  Array.from({ length: days }, (_, place) => addDays(today, place - days + 1));

/** The days from one to another, both included, in parts of so many, oldest first. */
export function partsOf(
  { from, to }: { from: Day; to: Day },
  days: number,
): { from: Day; to: Day }[] {
  const parts: { from: Day; to: Day }[] = [];
  for (let first = from; first <= to; first = addDays(first, days)) {
    const last = addDays(first, days - 1);
    parts.push({ from: first, to: last < to ? last : to });
  }
  return parts;
}

export const noFigures = (day: Day): DayFigures => ({ day, ...NOTHING, payTimes: [...NO_TIMES] });

const NO_TIMES = Array.from({ length: PAY_SPANS.length + 1 }, () => 0);
const NOTHING = {
  ...{ orders: 0, opened: 0, chosen: 0, finished: 0 },
  ...{ payments: 0, paidMinor: 0n, refunds: 0, refundedMinor: 0n },
};

/** All days together. */
export const totalOf = (days: readonly DayFigures[]): Omit<DayFigures, 'day'> =>
  days.reduce<Omit<DayFigures, 'day'>>(
    (sum, one) => ({
      orders: sum.orders + one.orders,
      opened: sum.opened + one.opened,
      chosen: sum.chosen + one.chosen,
      finished: sum.finished + one.finished,
      payments: sum.payments + one.payments,
      paidMinor: sum.paidMinor + one.paidMinor,
      refunds: sum.refunds + one.refunds,
      refundedMinor: sum.refundedMinor + one.refundedMinor,
      payTimes: sum.payTimes.map((count, span) => count + (one.payTimes[span] ?? 0)),
    }),
    { ...NOTHING, payTimes: [...NO_TIMES] },
  );

/** Each day with how its tries ended, all ways together. */
export function withTries(
  days: readonly DayFigures[],
  ways: readonly Pick<DayWayFigures, 'day' | 'succeeded' | 'failed'>[],
): ShownDay[] {
  const shown = new Map(days.map((one) => [one.day, { ...one, succeeded: 0, failed: 0 }]));
  for (const { day, succeeded, failed } of ways) {
    const sum = shown.get(day);
    if (!sum) continue;
    sum.succeeded += succeeded;
    sum.failed += failed;
  }
  return [...shown.values()];
}

/** The same way of several days is one way; most money first, then most tries. */
export function sumWays(ways: readonly DayWayFigures[]): WayFigures[] {
  const sums = new Map<string, WayFigures>();
  for (const { day: _, ...way } of ways) {
    const key = `${way.method}:${way.channel}`;
    const sum = sums.get(key);
    sums.set(key, sum ? addWays(sum, way) : way);
  }
  return [...sums.values()].sort((a, b) => Number(b.paidMinor - a.paidMinor) || b.tries - a.tries);
}

const addWays = (a: WayFigures, b: WayFigures): WayFigures => ({
  ...a,
  tries: a.tries + b.tries,
  succeeded: a.succeeded + b.succeeded,
  failed: a.failed + b.failed,
  paidMinor: a.paidMinor + b.paidMinor,
});

/** Twenty-four hours, those without a payment too. */
export const allHours = (hours: readonly HourFigures[]): HourFigures[] =>
  Array.from(
    { length: 24 },
    (_, hour) => hours.find((one) => one.hour === hour) ?? { hour, payments: 0, paidMinor: 0n },
  );

/** Of the tries that have ended, how many were paid; undefined where none has ended. 0 to 1. */
export function successRate(
  ways: readonly Pick<WayFigures, 'succeeded' | 'failed'>[],
): number | undefined {
  const succeeded = ways.reduce((sum, way) => sum + way.succeeded, 0);
  const ended = ways.reduce((sum, way) => sum + way.failed, succeeded);
  return ended === 0 ? undefined : succeeded / ended;
}

/** A part of a whole, 0 to 1; 0 of nothing. */
export const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** The span within which at least half of the payments were made; undefined where there was none. */
export function middleSpan(payTimes: readonly number[]): number | undefined {
  const all = payTimes.reduce((sum, count) => sum + count, 0);
  if (all === 0) return undefined;
  let sofar = 0;
  return payTimes.findIndex((count) => {
    sofar += count;
    return sofar * 2 >= all;
  });
}
