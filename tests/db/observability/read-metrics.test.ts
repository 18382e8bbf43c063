import { expect, test } from 'vitest';
import { callChannel } from '@/lib/channel-health/call-channel';
import { pool } from '@/lib/core/db';
import { checkReadiness } from '@/lib/observability/check-readiness';
import { SHARED } from '@/lib/observability/figures';
import { readMetrics } from '@/lib/observability/read-metrics';
import { makePaidOrder } from '@/tests/support/factories/paid-order';
import { makeAttempt, makePayableOrder } from '@/tests/support/factories/payable-order';
import { readSamples, sumOf } from '@/tests/support/read-samples';

const samples = async () => readSamples((await readMetrics()).text);

test('a payment, one that is in doubt, and what follows from them are counted', async () => {
  const before = await samples();
  expect(sumOf(before, 'cashier_attempts_recent')).toBe(0);
  expect(sumOf(before, 'cashier_in_doubt')).toBe(0);
  expect(sumOf(before, 'cashier_oldest_in_doubt_seconds')).toBe(0);

  await makePaidOrder();
  const { order } = await makePayableOrder();
  const { id } = await makeAttempt(order, 'unknown');
  await pool().query(
    `UPDATE attempts SET created_at = created_at - interval '5 minutes',
                         next_ask_at = clock_timestamp() - interval '3 minutes' WHERE id = $1`,
    [id],
  );

  const after = await samples();
  const attempts = (labels: Record<string, string>) =>
    sumOf(after, 'cashier_attempts_recent', labels);
  expect(attempts({ method: 'balance', channel: 'balance', state: 'succeeded' })).toBe(1);
  expect(attempts({ method: 'quickpass', channel: 'unionpay', state: 'unknown' })).toBe(1);
  expect(sumOf(after, 'cashier_in_doubt', { kind: 'attempt' })).toBe(1);
  expect(sumOf(after, 'cashier_in_doubt')).toBe(1);
  const oldest = sumOf(after, 'cashier_oldest_in_doubt_seconds', { kind: 'attempt' });
  expect(oldest).toBeGreaterThanOrEqual(300);
  expect(oldest).toBeLessThan(420);
  const overdue = sumOf(after, 'cashier_question_overdue_seconds', { kind: 'attempt' });
  expect(overdue).toBeGreaterThanOrEqual(180);
  // No worker runs here: what was written is still there.
  expect(sumOf(after, 'cashier_outbox_waiting')).toBeGreaterThan(0);
});

test('a lost call opens nothing; the fifth opens the breaker; each is in the histogram', async () => {
  const lose = () =>
    callChannel({ channel: 'netsunion', operation: 'pay' }, async () => ({
      kind: 'unknown' as const,
    }));
  const where = { channel: 'netsunion', operation: 'pay' };
  const breaker = async (state: string) =>
    sumOf(await samples(), 'cashier_breaker_state', { ...where, state });
  await lose();
  expect([await breaker('closed'), await breaker('open')]).toEqual([1, 0]);
  for (let call = 1; call < 5; call += 1) await lose();
  expect([await breaker('closed'), await breaker('open')]).toEqual([0, 1]);
  const told = await samples();
  const failed = { ...where, result: 'failed' };
  expect(sumOf(told, 'cashier_channel_call_seconds_count', failed)).toBe(5);
  expect(sumOf(told, 'cashier_channel_calls_recent', where)).toBe(5);
  expect(sumOf(told, 'cashier_channel_answered_ratio', where)).toBe(0);
});

test('labels are those of the table, and no id, merchant or person is in one', async () => {
  const { order, merchantId } = await makePayableOrder();
  await makeAttempt(order, 'unknown');
  const { text } = await readMetrics();
  expect(text).not.toContain(merchantId);
  expect(text).not.toMatch(/[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}/);
  const shared = readSamples(text).filter(({ name }) => name in SHARED);
  expect(shared.length).toBeGreaterThan(20);
  for (const { name, labels } of shared) {
    expect(SHARED[name as keyof typeof SHARED].labels).toEqual(
      expect.arrayContaining(Object.keys(labels)),
    );
  }
});

test('a database that lacks a queue, or a migration of this program, is not ready', async () => {
  const ready = { database: true, migrations: true, queues: true };
  expect(await checkReadiness()).toEqual(ready);
  await pool().query("UPDATE pgboss.queue SET name = 'gone' WHERE name = 'deliver-slowly'");
  expect(await checkReadiness()).toEqual({ ...ready, queues: false });
  await pool().query("UPDATE pgboss.queue SET name = 'deliver-slowly' WHERE name = 'gone'");
  const { rows } = await pool().query<{ id: string }>(
    `UPDATE _prisma_migrations SET finished_at = NULL
      WHERE id = (SELECT id FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1) RETURNING id`,
  );
  expect(await checkReadiness()).toEqual({ ...ready, migrations: false });
  await pool().query('UPDATE _prisma_migrations SET finished_at = now() WHERE id = $1', [
    rows[0]?.id,
  ]);
  expect(await checkReadiness()).toEqual(ready);
});
