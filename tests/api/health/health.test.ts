import { expect, inject, test } from 'vitest';

const { origin, env } = inject('stack');

test('health says that the database answers, and nothing more', async () => {
  const answer = await fetch(`${origin}/api/health`);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(JSON.parse(text)).toEqual({ ok: true });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(text).not.toContain(new URL(String(env.DATABASE_URL)).host);
});
