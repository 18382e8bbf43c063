import { beforeEach, expect, test } from 'vitest';
import { db, pool, type Tx } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';

// Any table with plain rows will do.
let [a, b] = ['', ''];
beforeEach(async () => {
  [a, b] = [`a${newSortableNumber()}`, `b${newSortableNumber()}`];
  await db().rateLimit.createMany({ data: [a, b].map((key) => ({ key, points: 0 })) });
});
const pointsOf = async (key: string) =>
  (await db().rateLimit.findUniqueOrThrow({ where: { key } })).points;

const byPrisma = async (tx: Tx, key: string): Promise<void> => {
  await tx.rateLimit.update({ where: { key }, data: { points: { increment: 1 } } });
};
const bySql = async (tx: Tx, key: string): Promise<void> => {
  await tx.$executeRaw`UPDATE rate_limits SET points = points + 1 WHERE key = ${key}`;
};
const ways = [
  ['through Prisma', byPrisma],
  ['by SQL', bySql],
] as const;

test.each(ways)('a deadlock is run again until both are done (%s)', async (_, add) => {
  let runs = 0;
  let arrived = 0;
  let meet = () => undefined as unknown;
  const met = new Promise((resolve) => {
    meet = () => resolve(undefined);
  });
  const crossing = (first: string, second: string) =>
    inTransaction(async (tx) => {
      runs += 1;
      await add(tx, first);
      arrived += 1;
      if (arrived === 2) meet();
      await met;
      await add(tx, second);
    });
  await Promise.all([crossing(a, b), crossing(b, a)]);
  expect(runs).toBe(3);
  expect([await pointsOf(a), await pointsOf(b)]).toEqual([2, 2]);
});

test.each(ways)('a serialisation failure is run again (%s)', async (_, add) => {
  let runs = 0;
  await inTransaction(async (tx) => {
    runs += 1;
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
    await tx.rateLimit.findUnique({ where: { key: a } });
    // Somebody else changes the row after this transaction has seen it.
    if (runs === 1) await pool().query('UPDATE rate_limits SET points = 10 WHERE key = $1', [a]);
    await add(tx, a);
  });
  expect(runs).toBe(2);
  expect(await pointsOf(a)).toBe(11);
});

test('after three more runs it gives up, and nothing has happened', async () => {
  let runs = 0;
  const hopeless = inTransaction(async (tx) => {
    runs += 1;
    await bySql(tx, a);
    await tx.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`;
  });
  await expect(hopeless).rejects.toThrow();
  expect(runs).toBe(4);
  expect(await pointsOf(a)).toBe(0);
});

test.each([
  ['a row that is there already', (tx: Tx) => tx.rateLimit.create({ data: { key: a, points: 1 } })],
  ['our own refusal', () => Promise.reject(new Error('no'))],
  ['SQL that is wrong', (tx: Tx) => tx.$executeRaw`SELECT 1 / 0`],
])('%s is not run again, and nothing has happened', async (_, fail) => {
  let runs = 0;
  const work = inTransaction(async (tx) => {
    runs += 1;
    await byPrisma(tx, a);
    await fail(tx);
  });
  await expect(work).rejects.toThrow();
  expect(runs).toBe(1);
  expect(await pointsOf(a)).toBe(0);
});

test('a serialisation failure at the commit itself is run again', async () => {
  let runs = 0;
  let arrived = 0;
  let meet = () => undefined as unknown;
  const met = new Promise((resolve) => {
    meet = () => resolve(undefined);
  });
  // Each reads what the other writes: PostgreSQL lets only one of the two commit.
  const skew = (seen: string, written: string) =>
    inTransaction(async (tx) => {
      runs += 1;
      await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL SERIALIZABLE`;
      await tx.rateLimit.findUnique({ where: { key: seen } });
      await bySql(tx, written);
      arrived += 1;
      if (arrived === 2) meet();
      await met;
    });
  await Promise.all([skew(a, b), skew(b, a)]);
  expect(runs).toBeGreaterThan(2);
  expect([await pointsOf(a), await pointsOf(b)]).toEqual([1, 1]);
});
