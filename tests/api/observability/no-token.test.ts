import { expect, test } from 'vitest';
import { GET as metrics } from '@/app/api/metrics/route';
import { GET as ready } from '@/app/api/ready/route';

test('without METRICS_TOKEN there is no such address; without its database nothing is ready', async () => {
  delete process.env.METRICS_TOKEN;
  delete process.env.WORKER_METRICS_PORT;
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:9/no-database';
  process.env.LOG_LEVEL = 'silent';
  const headers = { authorization: 'Bearer undefined' };
  const answer = await metrics(new Request('http://localhost/api/metrics', { headers }));
  expect(answer.status).toBe(404);
  const unready = await ready();
  expect(unready.status).toBe(503);
  expect(await unready.json()).toMatchObject({ ready: false, database: false });
});
