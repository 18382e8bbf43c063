import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cny } from '@/lib/money/money';
import { countQuota } from '@/lib/persons/count-quota';
import type { AccountClass, CountedQuota } from '@/lib/persons/quota';
import { quotaOf, withdrawalQuotaOf } from '@/lib/persons/quota-rules';
import { refusalCode } from '@/tests/support/refusal-code';

const payment = (
  payerId: string,
  amountMinor: bigint,
  accountClass: AccountClass = 'III',
  strength: 'password' | 'password_and_code' | 'certified' = 'password',
) => quotaOf({ payerId, class: accountClass }, { amount: cny(amountMinor), strength });

const count = (counted: CountedQuota) =>
  refusalCode(inTransaction((tx) => countQuota(tx, counted)));

/** Counts at a moment of the test's choosing: the database's clock cannot be set. */
async function countAt(at: string, counted: CountedQuota): Promise<string> {
  const { rows } = await pool().query<{ refused: string | null }>(
    'SELECT refused FROM try_count_quota($1::jsonb, $2)',
    [JSON.stringify(counted), at],
  );
  return rows[0]?.refused ?? 'fine';
}

async function usedAt(
  at: string,
  payerId: string,
): Promise<[total: bigint, year: bigint, day: bigint]> {
  const { rows } = await pool().query<Record<string, string>>('SELECT * FROM quota_used($1, $2)', [
    payerId,
    at,
  ]);
  const { total_minor, year_minor, day_minor } = rows[0] ?? {};
  return [BigInt(total_minor ?? -1), BigInt(year_minor ?? -1), BigInt(day_minor ?? -1)];
}

test('a limit may be used up to the fen, and what goes over it counts nothing', async () => {
  const payer = newId('psn');
  expect(await count(payment(payer, 100_000n))).toBe('fine');
  expect(await count(payment(payer, 1n))).toBe('day_limit_exceeded');
  expect(await count(payment(payer, 400_000n, 'III', 'password_and_code'))).toBe('fine');
  expect(await count(payment(payer, 1n, 'III', 'password_and_code'))).toBe('day_limit_exceeded');
  expect(await count(payment(payer, 1n, 'III', 'certified'))).toBe('fine');
  expect(await usedAt('now', payer)).toEqual([500_001n, 500_001n, 500_001n]);
});

test('a first payment over a limit is refused as well', async () => {
  const payer = newId('psn');
  expect(await count(payment(payer, 100_001n))).toBe('day_limit_exceeded');
  expect(await count(payment(payer, 100_001n, 'I', 'password_and_code'))).toBe(
    'class_limit_exceeded',
  );
  expect(await usedAt('now', payer)).toEqual([0n, 0n, 0n]);
});

test('the refusal says how much would still have been possible', async () => {
  const payer = newId('psn');
  await count(payment(payer, 60_000n));
  await expect(
    inTransaction((tx) => countQuota(tx, payment(payer, 50_000n))),
  ).rejects.toMatchObject({ code: 'day_limit_exceeded', facts: { left: '¥400.00' } });
  const total = payment(payer, 50_000n, 'I', 'certified');
  await expect(inTransaction((tx) => countQuota(tx, total))).rejects.toMatchObject({
    code: 'class_limit_exceeded',
    facts: { left: '¥400.00' },
  });
});

test('twenty at the same moment, of ¥100 each under ¥1,000: exactly ten are counted', async () => {
  const payer = newId('psn');
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => count(payment(payer, 10_000n))),
  );
  expect(answers.filter((answer) => answer === 'fine')).toHaveLength(10);
  expect(await usedAt('now', payer)).toEqual([100_000n, 100_000n, 100_000n]);
});

test('a day is Beijing’s: it ends at 16:00 UTC', async () => {
  const payer = newId('psn');
  expect(await countAt('2026-03-01T15:59:59.999Z', payment(payer, 100_000n))).toBe('fine');
  expect(await countAt('2026-03-01T15:59:59.999Z', payment(payer, 1n))).toBe('day_limit_exceeded');
  expect(await countAt('2026-03-01T16:00:00.000Z', payment(payer, 100_000n))).toBe('fine');
  expect(await usedAt('2026-03-01T16:00:00.000Z', payer)).toEqual([200_000n, 200_000n, 100_000n]);
  expect(await usedAt('2026-03-02T16:00:00.000Z', payer)).toEqual([200_000n, 200_000n, 0n]);
});

test('a year is Beijing’s as well, and a total has no end', async () => {
  const payer = newId('psn');
  const much = payment(payer, 10_000_000n, 'II', 'certified');
  expect(await countAt('2026-12-31T15:59:59.999Z', much)).toBe('fine');
  const little = payment(payer, 1n, 'II');
  expect(await countAt('2026-12-31T15:59:59.999Z', little)).toBe('class_limit_exceeded');
  expect(await countAt('2026-12-31T16:00:00.000Z', little)).toBe('fine');
  const total = payment(payer, 1n, 'I');
  expect(await countAt('2027-06-01T00:00:00.000Z', total)).toBe('class_limit_exceeded');
});

test('a payment that waited past midnight does not turn the day back', async () => {
  const payer = newId('psn');
  await countAt('2026-03-02T16:00:00.000Z', payment(payer, 60_000n));
  expect(await countAt('2026-03-02T15:59:59.999Z', payment(payer, 40_001n))).toBe(
    'day_limit_exceeded',
  );
  expect(await countAt('2026-03-02T15:59:59.999Z', payment(payer, 40_000n))).toBe('fine');
  expect(await usedAt('2026-03-02T16:00:00.000Z', payer)).toEqual([100_000n, 100_000n, 100_000n]);
});

test('money to the payer’s own bank account uses up class I’s total and no day', async () => {
  const payer = newId('psn');
  await count(payment(payer, 90_000n, 'I'));
  const withdraw = (amount: bigint) => {
    const counted = withdrawalQuotaOf({ payerId: payer, class: 'I' }, cny(amount));
    return counted ? count(counted) : 'not counted';
  };
  expect(await withdraw(10_001n)).toBe('class_limit_exceeded');
  expect(await withdraw(10_000n)).toBe('fine');
  expect(await usedAt('now', payer)).toEqual([100_000n, 100_000n, 90_000n]);
});

test('whatever comes, in whatever order of days, counts as a simple model says', async () => {
  const step = fc.record({
    hours: fc.integer({ min: 0, max: 20 }),
    amount: fc.bigInt({ min: 1n, max: 70_000n }),
    of: fc.constantFrom<AccountClass>('I', 'II'),
    strength: fc.constantFrom('password' as const, 'password_and_code' as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const payer = newId('psn');
      let now = Date.parse('2026-12-30T10:00:00Z');
      const paid: { day: string; amount: bigint }[] = [];
      const sum = (of: (day: string) => boolean) =>
        paid.reduce((total, one) => (of(one.day) ? total + one.amount : total), 0n);
      for (const { hours, amount, of, strength } of steps) {
        now += hours * 3_600_000;
        const day = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
        const period =
          of === 'I'
            ? sum(() => true) + amount <= 100_000n
            : sum((d) => d.slice(0, 4) === day.slice(0, 4)) + amount <= 10_000_000n;
        const daily = strength === 'password' ? 100_000n : 500_000n;
        const fits = sum((d) => d === day) + amount <= daily;
        const answer = await countAt(
          new Date(now).toISOString(),
          payment(payer, amount, of, strength),
        );
        expect(answer).toBe(
          period ? (fits ? 'fine' : 'day_limit_exceeded') : 'class_limit_exceeded',
        );
        if (answer === 'fine') paid.push({ day, amount });
      }
      expect((await usedAt(new Date(now).toISOString(), payer))[0]).toBe(sum(() => true));
    }),
    { numRuns: 40 },
  );
});
