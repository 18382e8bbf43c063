import { expect, test } from 'vitest';
import { GET as metrics } from '@/app/api/metrics/route';
import { readSamples, sumOf } from '@/tests/support/read-samples';

test('without its database a process still tells its own figures, and that the others are missing', async () => {
  const token = 'x'.repeat(40);
  process.env.METRICS_TOKEN = token;
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:9/no-database';
  process.env.LOG_LEVEL = 'silent';
  const headers = { authorization: `Bearer ${token}` };
  const answer = await metrics(new Request('http://localhost/api/metrics', { headers }));
  expect(answer.status).toBe(200);
  const told = readSamples(await answer.text());
  expect(told.filter(({ name }) => name === 'cashier_figures_told')).toMatchObject([{ value: 0 }]);
  expect(sumOf(told, 'cashier_pool_connections', { state: 'most' })).toBeGreaterThan(0);
  expect(told.filter(({ name }) => name === 'cashier_in_doubt')).toEqual([]);
});
