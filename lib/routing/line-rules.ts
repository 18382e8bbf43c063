import type { ChargeObstacle, LineFacts } from '@/lib/carriers/line';
import { type Money, sameMoney } from '@/lib/money/money';
import type { LineRouting } from './line-route';
import type { Criterion } from './rank-rivals';
import { isOpenAt, TRADE_OFF } from './rules';

/** Everything that may be in the way of a charge on a line, what is farthest from being charged first. */
export const OBSTACLES = [
  'number_unknown',
  'carrier_not_open',
  'stopped',
  'province_not_open',
  'above_most',
  'no_fee_point',
  'no_mode',
  'closed_now',
  'user_month_used',
  'user_day_used',
  'province_month_used',
  'province_day_used',
  'channel_unavailable',
] as const satisfies readonly ChargeObstacle['reason'][];

/** The first thing in the way of this charge on this line, or undefined: it can be charged. */
export function lineObstacleOf(
  { line, ...facts }: LineFacts,
  { amount, carrier, province, modes, now, usable }: Omit<LineRouting, 'lines' | 'exclude'>,
): ChargeObstacle | undefined {
  if (facts.stopped) return { reason: 'stopped' };
  if (!facts.provinceOpen || !facts.dearest)
    return { reason: 'province_not_open', carrier, province };
  if (amount.amountMinor > facts.dearest.amountMinor) {
    return { reason: 'above_most', most: facts.dearest };
  }
  if (facts.feePoint === null) return { reason: 'no_fee_point', prices: facts.prices };
  if (!modes.some((mode) => line.modes.includes(mode))) return { reason: 'no_mode' };
  if (line.hours !== null && !isOpenAt(line.hours, now)) {
    return { reason: 'closed_now', hours: line.hours };
  }
  const { userMonth, userDay, provinceDay, provinceMonth } = facts.left;
  if (userMonth && isMore(amount, userMonth)) return { reason: 'user_month_used', left: userMonth };
  if (userDay && isMore(amount, userDay)) return { reason: 'user_day_used', left: userDay };
  if (provinceMonth && isMore(amount, provinceMonth)) return { reason: 'province_month_used' };
  if (provinceDay && isMore(amount, provinceDay)) return { reason: 'province_day_used' };
  return usable ? undefined : { reason: 'channel_unavailable' };
}

const isMore = (a: Money, b: Money): boolean => a.amountMinor > b.amountMinor;

/**
 * Of what is in the way of several lines, what the shopper is told: what the line that came nearest
 * to charging lacks, with the most that any line leaves room for.
 */
export function mildestOf(obstacles: readonly ChargeObstacle[]): ChargeObstacle | undefined {
  return obstacles.reduce<ChargeObstacle | undefined>(
    (mildest, one) => (mildest ? milder(mildest, one) : one),
    undefined,
  );
}

function milder(a: ChargeObstacle, b: ChargeObstacle): ChargeObstacle {
  if (a.reason === 'above_most' && b.reason === 'above_most') {
    return { ...a, most: greater(a.most, b.most) };
  }
  if (a.reason === 'no_fee_point' && b.reason === 'no_fee_point') {
    return { ...a, prices: merged(a.prices, b.prices) };
  }
  if ((a.reason === 'user_month_used' || a.reason === 'user_day_used') && b.reason === a.reason) {
    return { ...a, left: greater(a.left, b.left) };
  }
  return OBSTACLES.indexOf(b.reason) > OBSTACLES.indexOf(a.reason) ? b : a;
}

const greater = (a: Money, b: Money): Money => (isMore(b, a) ? b : a);

const merged = (a: readonly Money[], b: readonly Money[]): Money[] =>
  [...a, ...b.filter((one) => !a.some((other) => sameMoney(one, other)))].sort((one, other) =>
    Number(one.amountMinor - other.amountMinor),
  );

/** What decides between lines that can charge, the weightiest first. */
export const LINE_CRITERIA: readonly Criterion<LineFacts, 'less_reliable' | 'dearer'>[] = [
  {
    drawback: 'less_reliable',
    best: (lines) => {
      const limit = Math.max(...lines.map(rateOf)) - TRADE_OFF.equalSuccessRate;
      return lines.filter((line) => rateOf(line) >= limit);
    },
  },
  {
    drawback: 'dearer',
    best: (lines) => {
      const least = Math.min(...lines.map(({ line }) => line.shareMillionths));
      return lines.filter(({ line }) => line.shareMillionths === least);
    },
  },
];

/** A few charges prove nothing: a new line is as good as the best until it has shown otherwise. */
const rateOf = ({ decided, paid }: LineFacts): number =>
  decided < TRADE_OFF.leastCallsToJudge ? 1 : paid / decided;
