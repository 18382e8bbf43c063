import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { holdLimits } from '@/lib/carriers/hold-limits';
import { listLineFacts } from '@/lib/carriers/list-line-facts';
import { releaseLimits } from '@/lib/carriers/release-limits';
import { pool } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cny } from '@/lib/money/money';
import { importFile, linesFile } from '@/tests/support/factories/carrier-catalogue';
import {
  makeAttempt,
  makeOrderFor,
  makePayableOrder,
} from '@/tests/support/factories/payable-order';
import { refusalCode } from '@/tests/support/refusal-code';

const LIMITS = { user_day_yuan: '60', user_month_yuan: '100' };
const PROVINCE = { province_day_yuan: '600', province_month_yuan: '1000' };

let merchantId: string;
beforeAll(async () => {
  ({ merchantId } = await makePayableOrder({ balanceMinor: 0n }));
});
beforeEach(async () => {
  await pool().query('TRUNCATE carrier_usage, carrier_reservations');
  await importFile('lines', linesFile({ ...LIMITS, ...PROVINCE }));
});
afterEach(() =>
  pool().query(
    `CREATE OR REPLACE FUNCTION business_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE
       AS $$ SELECT clock_timestamp() $$`,
  ),
);

const itIs = (moment: string) =>
  pool().query(
    `CREATE OR REPLACE FUNCTION business_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE
       AS $$ SELECT timestamptz '${moment}' $$`,
  );
const newAttempt = async (): Promise<string> =>
  (await makeAttempt(await makeOrderFor(merchantId, { amountMinor: 600n }))).id;
const hold = (attemptId: string, over: { phoneHash?: string; amount?: bigint } = {}) =>
  inTransaction((tx) =>
    holdLimits(tx, {
      attemptId,
      lineId: 'test-line',
      phoneHash: over.phoneHash ?? 'a phone',
      province: '44',
      amount: cny(over.amount ?? 600n),
    }),
  );
const release = (attemptId: string) => inTransaction((tx) => releaseLimits(tx, { attemptId }));
const usage = async (): Promise<Record<string, bigint>> => {
  const { rows } = await pool().query<{ scope: string; period: string; used: string }>(
    `SELECT scope::text, period, used_minor::text AS used FROM carrier_usage ORDER BY scope, period`,
  );
  return Object.fromEntries(rows.map((row) => [`${row.scope} ${row.period}`, BigInt(row.used)]));
};
const left = async (phoneHash = 'a phone') => {
  const [facts] = await listLineFacts({
    number: { carrier: 'cmcc', province: '44', phoneHash },
    merchantId,
    amount: cny(600n),
    periodic: false,
  });
  return facts?.left;
};

describe('limits', () => {
  test('of 50 charges at once on a limit for 10, exactly 10 get through', async () => {
    const attempts: string[] = [];
    for (let n = 0; n < 50; n += 1) attempts.push(await newAttempt());
    const results = await Promise.allSettled(attempts.map((attemptId) => hold(attemptId)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await left()).toMatchObject({ userDay: cny(0n), userMonth: cny(4_000n) });
    const { rows } = await pool().query('SELECT count(*)::int AS n FROM carrier_reservations');
    expect(rows).toEqual([{ n: 10 }]);
  });

  test('the phones of a province share its limit, however many charge at once', async () => {
    const attempts: string[] = [];
    for (let n = 0; n < 20; n += 1) attempts.push(await newAttempt());
    const results = await Promise.allSettled(
      attempts.map((attemptId, n) => hold(attemptId, { phoneHash: `phone ${n}`, amount: 5_000n })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(12);
    expect(await left('another phone')).toEqual({
      userDay: cny(6_000n),
      userMonth: cny(10_000n),
      provinceDay: cny(0n),
      provinceMonth: cny(40_000n),
    });
  });

  test('one charge that is over a limit by itself is refused, and nothing of it is counted', async () => {
    const attemptId = await newAttempt();
    expect(await refusalCode(hold(attemptId, { amount: 6_001n }))).toBe('carrier_limit_reached');
    expect(await usage()).toEqual({});
    await hold(attemptId, { amount: 6_000n });
  });

  test('the same attempt again takes nothing more', async () => {
    const attemptId = await newAttempt();
    await hold(attemptId);
    const once = await usage();
    await hold(attemptId);
    expect(await usage()).toEqual(once);
  });

  test('what did not happen is given back once, also of many who say so at once', async () => {
    const [kept, gone] = [await newAttempt(), await newAttempt()];
    await hold(kept);
    const before = await usage();
    await hold(gone);
    await Promise.all(Array.from({ length: 8 }, () => release(gone)));
    expect(await usage()).toEqual(before);
    await release(await newAttempt());
    expect(await usage()).toEqual(before);
  });

  test('a new day and a new month begin at midnight in Beijing, and what is given back goes to its own day', async () => {
    await itIs('2026-11-30 23:59:59+08');
    const late = await newAttempt();
    await hold(late, { amount: 6_000n });
    expect(await left()).toMatchObject({ userDay: cny(0n), userMonth: cny(4_000n) });
    await itIs('2026-12-01 00:00:00+08');
    expect(await left()).toMatchObject({ userDay: cny(6_000n), userMonth: cny(10_000n) });
    await hold(await newAttempt());
    await release(late);
    expect(await usage()).toEqual({
      'user_day 2026-11-30': 0n,
      'user_day 2026-12-01': 600n,
      'user_month 2026-11': 0n,
      'user_month 2026-12': 600n,
      'province_day 2026-11-30': 0n,
      'province_day 2026-12-01': 600n,
      'province_month 2026-11': 0n,
      'province_month 2026-12': 600n,
    });
  });

  test('a limit that comes later counts what ran before it, and never says less than nothing is left', async () => {
    await importFile('lines', linesFile({}));
    expect(await left()).toEqual({
      userDay: null,
      userMonth: null,
      provinceDay: null,
      provinceMonth: null,
    });
    const attemptId = await newAttempt();
    await hold(attemptId, { amount: 9_000n });
    await importFile('lines', linesFile({ ...LIMITS, ...PROVINCE }));
    expect(await left()).toMatchObject({ userDay: cny(0n), userMonth: cny(1_000n) });
    expect(await refusalCode(hold(await newAttempt()))).toBe('carrier_limit_reached');
    await release(attemptId);
    expect(await left()).toMatchObject({ userDay: cny(6_000n), userMonth: cny(10_000n) });
  });
});
