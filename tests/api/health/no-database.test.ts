import { expect, test } from 'vitest';
import { GET } from '@/app/api/health/route';

test('without its database the app says that it is not well', async () => {
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:9/no-database';
  process.env.LOG_LEVEL = 'silent';
  const answer = await GET();
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ ok: false });
});
