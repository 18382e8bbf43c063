import { expect, test } from 'vitest';
import { databaseNow } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { recordTransition } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';

const record = (subjectId: string) =>
  inTransaction((tx) =>
    recordTransition(tx, {
      subjectType: 'order',
      subjectId,
      event: 'pay',
      from: 'open',
      to: 'paid',
      actor: 'test',
    }),
  );

test('who moved what stays on record: no change, no deletion, no emptying', async () => {
  const subjectId = newId('ord');
  await record(subjectId);
  const where = { subjectId };
  await expect(db().transition.updateMany({ where, data: { actor: 'x' } })).rejects.toThrow();
  await expect(db().transition.deleteMany({ where })).rejects.toThrow();
  await expect(db().$executeRaw`TRUNCATE transitions`).rejects.toThrow();
  expect(await db().transition.findMany({ where })).toMatchObject([
    { event: 'pay', fromState: 'open', toState: 'paid', actor: 'test', cause: null },
  ]);
});

test('the clock goes on inside a transaction, to the millisecond', async () => {
  await inTransaction(async (tx) => {
    const before = await databaseNow(tx);
    await tx.$executeRaw`SELECT pg_sleep(0.02)`;
    const after = await databaseNow(tx);
    expect(after.getTime() - before.getTime()).toBeGreaterThanOrEqual(19);
  });
});
