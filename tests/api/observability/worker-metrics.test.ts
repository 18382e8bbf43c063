import { expect, inject, test } from 'vitest';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makePayableOrder } from '@/tests/support/factories/payable-order';
import { readSamples, sumOf } from '@/tests/support/read-samples';

const { env } = inject('stack');
const address = `http://127.0.0.1:${env.WORKER_METRICS_PORT}/metrics`;
const authorization = `Bearer ${env.METRICS_TOKEN}`;

const told = async () => {
  const answer = await fetch(address, { headers: { authorization } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return readSamples(await answer.text());
};

test('a worker tells its own work, and what all processes share, to whoever has the token', async () => {
  const { order } = await makePayableOrder();
  await payFromBalance(order);
  // What merchants are told of the payment is the worker's to do.
  const done = { kind: 'job', name: 'fan-out-event' };
  await expect
    .poll(async () => sumOf(await told(), 'cashier_work_seconds_count', done))
    .toBeGreaterThan(0);
  const all = await told();
  expect(sumOf(all, 'cashier_figures_told')).toBe(1);
  expect(sumOf(all, 'cashier_pool_connections', { state: 'total' })).toBeGreaterThan(0);
  // No request ever comes here.
  const others = all.filter(
    ({ name, labels }) => name === 'cashier_work_seconds_count' && labels.kind !== 'job',
  );
  expect(others).toEqual([]);
});

test('nobody else is told anything by a worker, and nothing else is there', async () => {
  const nobody = await fetch(address);
  expect(nobody.status).toBe(401);
  expect(await nobody.text()).not.toContain('cashier_');
  const headers = { authorization };
  expect((await fetch(address, { method: 'POST', headers })).status).toBe(404);
  expect((await fetch(address.replace('/metrics', '/'), { headers })).status).toBe(404);
});
