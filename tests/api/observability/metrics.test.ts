import { expect, inject, test } from 'vitest';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makePayableOrder } from '@/tests/support/factories/payable-order';
import { readSamples, sumOf } from '@/tests/support/read-samples';

const { origin, env } = inject('stack');
const ask = (headers: Record<string, string>) => fetch(`${origin}/api/metrics`, { headers });
const told = async () => {
  const answer = await ask({ authorization: `Bearer ${env.METRICS_TOKEN}` });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return readSamples(await answer.text());
};

test.each([
  ['without a token', {}],
  ['with another', { authorization: `Bearer ${'x'.repeat(40)}` }],
  ['with the token under another scheme', { authorization: `Basic ${env.METRICS_TOKEN}` }],
])('%s nobody reads the metrics', async (_how, headers: Record<string, string>) => {
  const answer = await ask(headers);
  expect(answer.status).toBe(401);
  expect(await answer.text()).not.toContain('cashier_');
});

test('a payment moves what the running product tells', async () => {
  const paid = { method: 'balance', channel: 'balance', state: 'succeeded' };
  const before = sumOf(await told(), 'cashier_attempts_recent', paid);
  const { order } = await makePayableOrder();
  await payFromBalance(order);
  const after = await told();
  expect(sumOf(after, 'cashier_attempts_recent', paid)).toBeGreaterThan(before);
  // Of this process: it has at least the connection that this was read over.
  expect(sumOf(after, 'cashier_pool_connections', { state: 'total' })).toBeGreaterThan(0);
  expect(sumOf(after, 'process_resident_memory_bytes')).toBeGreaterThan(0);
});

test('the running product is ready', async () => {
  const answer = await fetch(`${origin}/api/ready`);
  expect(await answer.json()).toEqual({
    ready: true,
    database: true,
    migrations: true,
    queues: true,
    staying: true,
  });
  expect(answer.status).toBe(200);
});
