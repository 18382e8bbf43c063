import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cny } from '@/lib/money/money';
import { holdQuota } from '@/lib/persons/hold-quota';
import { quotaOf } from '@/lib/persons/quota-rules';
import { releaseQuota } from '@/lib/persons/release-quota';
import { refusalCode } from '@/tests/support/refusal-code';

const counted = (payerId: string, amountMinor: bigint) =>
  quotaOf({ payerId, class: 'III' }, { amount: cny(amountMinor), strength: 'password' });
const hold = (payerId: string, reference: string, amountMinor: bigint) =>
  inTransaction((tx) => holdQuota(tx, { reference, counted: counted(payerId, amountMinor) }));
const release = (reference: string) => inTransaction((tx) => releaseQuota(tx, { reference }));
async function used(payerId: string) {
  const { rows } = await pool().query<Record<'total' | 'year' | 'day', string>>(
    'SELECT total_minor AS total, year_minor AS year, day_minor AS day FROM quota_used($1)',
    [payerId],
  );
  return rows.map(({ total, year, day }) => [total, year, day].map(Number))[0];
}

test('what is held counts once under its reference, and is given back once', async () => {
  const payer = newId('psn');
  await hold(payer, `a:${payer}`, 600n);
  await hold(payer, `a:${payer}`, 600n);
  await hold(payer, `b:${payer}`, 300n);
  expect(await used(payer)).toEqual([900, 900, 900]);
  await Promise.all(Array.from({ length: 5 }, () => release(`a:${payer}`)));
  expect(await used(payer)).toEqual([300, 300, 300]);
  await release('nothing was held under this');
});

test('over the limit nothing is held, and there is nothing to give back', async () => {
  const payer = newId('psn');
  await hold(payer, `a:${payer}`, 60_000n);
  expect(await refusalCode(hold(payer, `b:${payer}`, 40_001n))).toBe('day_limit_exceeded');
  await release(`b:${payer}`);
  expect(await used(payer)).toEqual([60_000, 60_000, 60_000]);
});

test('of a day that is over only the year and the total get something back', async () => {
  const payer = newId('psn');
  await hold(payer, `a:${payer}`, 700n);
  await pool().query(`UPDATE quota_holds SET day = day - 1 WHERE reference = $1`, [`a:${payer}`]);
  await hold(payer, `b:${payer}`, 200n);
  await release(`a:${payer}`);
  expect(await used(payer)).toEqual([200, 200, 900]);
});

test('what was held by one who turned out to be another is given back to that one', async () => {
  const [from, into] = [newId('cus'), newId('psn')];
  await hold(from, `a:${from}`, 500n);
  await hold(into, `b:${into}`, 100n);
  await pool().query('SELECT merge_quota($1, $2)', [from, into]);
  expect(await used(from)).toEqual([600, 600, 600]);
  // A payment under way still names the first.
  await hold(from, `c:${from}`, 50n);
  await release(`a:${from}`);
  await release(`c:${from}`);
  expect(await used(into)).toEqual([100, 100, 100]);
});
