import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cny } from '@/lib/money/money';
import type { AccountClass, Quota } from '@/lib/persons/quota';
import {
  classOf,
  leftUnder,
  quotaLeft,
  quotaOf,
  strengthNeeded,
  withdrawalQuotaOf,
} from '@/lib/persons/quota-rules';

const NOTHING = { total: cny(0n), year: cny(0n), day: cny(0n) };
const left = (
  accountClass: AccountClass,
  used: Partial<Record<keyof typeof NOTHING, bigint>> = {},
) =>
  quotaLeft({
    payerId: 'psn_1',
    class: accountClass,
    used: {
      total: cny(used.total ?? 0n),
      year: cny(used.year ?? 0n),
      day: cny(used.day ?? 0n),
    },
  });
const needed = (quota: Quota, amountMinor: bigint) => strengthNeeded(quota, cny(amountMinor));

test.each([
  [0, false, 'I'],
  [1, false, 'I'],
  [2, false, 'I'],
  [3, false, 'II'],
  [4, false, 'II'],
  [5, false, 'III'],
  [0, true, 'III'],
  [1, true, 'III'],
] as const)('%i sources, face to face %s: class %s', (sources, faceToFace, expected) => {
  expect(classOf({ sources, faceToFace })).toBe(expected);
});

test.each([
  ['I', 'total', 100_000n],
  ['II', 'year', 10_000_000n],
  ['III', 'year', 20_000_000n],
] as const)(
  'class %s: the %s limit may be used up exactly, and not by one fen more',
  (accountClass, kind, limit) => {
    const quota = left(accountClass);
    expect(quota.period).toMatchObject({ kind, limit: cny(limit) });
    const used = { total: limit - 100n, year: limit - 100n };
    expect(needed(left(accountClass, used), 100n)).toBe('password');
    expect(needed(left(accountClass, used), 101n)).toBe('class_limit_exceeded');
  },
);

test('class I looks at the total since opening, II and III at this year alone', () => {
  expect(needed(left('I', { total: 100_000n, year: 0n }), 1n)).toBe('class_limit_exceeded');
  expect(needed(left('II', { total: 99_000_000n, year: 0n }), 1n)).toBe('password');
});

test('¥1,000 a day take the password alone, ¥5,000 a code as well, more is refused', () => {
  const quota = left('III');
  expect(needed(quota, 100_000n)).toBe('password');
  expect(needed(quota, 100_001n)).toBe('password_and_code');
  expect(needed(quota, 500_000n)).toBe('password_and_code');
  expect(needed(quota, 500_001n)).toBe('day_limit_exceeded');
  const late = left('III', { day: 99_999n });
  expect(needed(late, 1n)).toBe('password');
  expect(needed(late, 2n)).toBe('password_and_code');
});

test('an account over its class limit is not asked for a code that would not help', () => {
  const quota = left('I', { total: 60_000n, day: 60_000n });
  expect(needed(quota, 40_001n)).toBe('class_limit_exceeded');
  expect(leftUnder('class_limit_exceeded', quota)).toEqual(cny(40_000n));
  expect(leftUnder('day_limit_exceeded', quota)).toEqual(cny(440_000n));
});

test('counters past a limit leave nothing, not less than nothing', () => {
  const quota = left('I', { total: 150_000n, day: 600_000n });
  expect(quota.period.left).toEqual(cny(0n));
  expect(quota.day).toMatchObject({ leftOneFactor: cny(0n), leftTwoFactors: cny(0n) });
});

test('whatever is allowed stays within every limit, and whatever is refused would break one', () => {
  const amount = fc.bigInt({ min: 1n, max: 25_000_000n });
  const used = fc.record({ total: amount, year: amount, day: amount });
  const accountClass = fc.constantFrom<AccountClass>('I', 'II', 'III');
  fc.assert(
    fc.property(accountClass, used, amount, (of, before, paid) => {
      const quota = left(of, before);
      const inPeriod =
        (of === 'I' ? before.total : before.year) + paid <= quota.period.limit.amountMinor;
      const answer = needed(quota, paid);
      if (answer === 'class_limit_exceeded') return !inPeriod;
      const day = before.day + paid;
      if (answer === 'day_limit_exceeded') return inPeriod && day > 500_000n;
      return inPeriod && day <= (answer === 'password' ? 100_000n : 500_000n);
    }),
  );
});

test('a payment is counted under the limit of its strength; certified by agreement under none', () => {
  const payer = { payerId: 'psn_1', class: 'II' as const };
  const counted = (strength: 'password' | 'password_and_code' | 'certified') =>
    quotaOf(payer, { amount: cny(5n), strength });
  expect(counted('password')).toEqual({
    payerId: 'psn_1',
    amountMinor: '5',
    dayLimitMinor: '100000',
    periodKind: 'year',
    periodLimitMinor: '10000000',
  });
  expect(counted('password_and_code').dayLimitMinor).toBe('500000');
  expect(counted('certified').dayLimitMinor).toBeNull();
});

test('money sent to the payer’s own bank account counts in class I alone, and for no day', () => {
  expect(withdrawalQuotaOf({ payerId: 'psn_1', class: 'I' }, cny(5n))).toEqual({
    payerId: 'psn_1',
    amountMinor: '5',
    dayLimitMinor: null,
    periodKind: 'total',
    periodLimitMinor: '100000',
    sameName: true,
  });
  for (const of of ['II', 'III'] as const) {
    expect(withdrawalQuotaOf({ payerId: 'psn_1', class: of }, cny(5n))).toBeUndefined();
  }
});
