import { expect, test } from 'vitest';
import {
  allHours,
  daysOf,
  middleSpan,
  noFigures,
  partsOf,
  successRate,
  sumWays,
  totalOf,
  withTries,
} from '@/lib/insights/rules';

test('days lead up to today over the end of a month, and each adds to the total', () => {
  expect(daysOf('2026-03-02', 3)).toEqual(['2026-02-28', '2026-03-01', '2026-03-02']);
  const one = {
    ...noFigures('2026-03-01'),
    orders: 2,
    paidMinor: 5n,
    payTimes: [1, 0, 0, 0, 0, 0, 2],
  };
  const sum = totalOf([one, noFigures('2026-03-02'), one]);
  expect(sum).toMatchObject({ orders: 4, paidMinor: 10n, payTimes: [2, 0, 0, 0, 0, 0, 4] });
  expect(
    allHours([{ hour: 23, payments: 1, paidMinor: 7n }]).map(({ paidMinor }) => paidMinor),
  ).toEqual([...Array.from({ length: 23 }, () => 0n), 7n]);
});

test('days are taken in parts that leave none out and none twice', () => {
  expect(partsOf({ from: '2026-02-27', to: '2026-03-03' }, 2)).toEqual([
    { from: '2026-02-27', to: '2026-02-28' },
    { from: '2026-03-01', to: '2026-03-02' },
    { from: '2026-03-03', to: '2026-03-03' },
  ]);
  expect(partsOf({ from: '2026-03-03', to: '2026-03-02' }, 2)).toEqual([]);
});

test('the success rate is of what has ended, and none where nothing has', () => {
  expect(successRate([{ succeeded: 3, failed: 1 }])).toBe(0.75);
  expect(successRate([{ succeeded: 0, failed: 0 }])).toBeUndefined();
});

test('each day has the tries of all its ways, and a day without a try has none', () => {
  const days = [noFigures('2026-03-01'), noFigures('2026-03-02'), noFigures('2026-03-03')];
  const shown = withTries(days, [
    { day: '2026-03-01', succeeded: 2, failed: 1 },
    { day: '2026-03-03', succeeded: 0, failed: 4 },
    { day: '2026-03-01', succeeded: 1, failed: 0 },
    { day: '2026-03-04', succeeded: 9, failed: 9 },
  ]);
  expect(shown.map(({ day }) => day)).toEqual(days.map(({ day }) => day));
  expect(shown.map((one) => successRate([one]))).toEqual([0.75, undefined, 0]);
});

test('half of the payments were made within the middle span', () => {
  expect(middleSpan([0, 0, 0])).toBeUndefined();
  expect(middleSpan([1, 0, 1])).toBe(0);
  expect(middleSpan([1, 1, 3])).toBe(2);
});

test('the same way of several days is one line, the most money first', () => {
  const way = { method: 'card', channel: 'unionpay', tries: 2, succeeded: 1, failed: 1 } as const;
  const balance = { ...way, method: 'balance', channel: 'balance', paidMinor: 15n } as const;
  const ways = sumWays([
    { ...way, day: '2026-03-01', paidMinor: 9n },
    { ...balance, day: '2026-03-01' },
    { ...way, day: '2026-03-02', paidMinor: 8n },
  ]);
  expect(ways).toEqual([{ ...way, tries: 4, succeeded: 2, failed: 2, paidMinor: 17n }, balance]);
});
