import { expect, test } from 'vitest';
import { spendRequest } from '@/lib/api/spend-request';
import { takeToken } from '@/lib/api/store';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { refusalCode } from '@/tests/support/refusal-code';

const slow = { perSecond: 0.001, atOnce: 5 };

test('so many at once and no more, however many come together', async () => {
  const takes = await Promise.all(Array.from({ length: 20 }, () => takeToken('key_many', slow)));
  expect(takes.filter(({ taken }) => taken)).toHaveLength(5);
  for (const take of takes) if (!take.taken) expect(take.waitSeconds).toBeGreaterThan(900);
});

test('a bucket fills with time up to its brim, and one who asks too early is not set back', async () => {
  const keyId = 'key_rests';
  for (let n = 0; n < 8; n += 1) await takeToken(keyId, slow);
  const rest = (seconds: number) =>
    db().$executeRaw`
      UPDATE api_buckets SET at = at - make_interval(secs => ${seconds}::int) WHERE key_id = ${keyId}`;
  await rest(1_500);
  expect(await takeToken(keyId, slow)).toEqual({ taken: true });
  const early = await takeToken(keyId, slow);
  expect(early).toMatchObject({ taken: false });
  await rest(600);
  expect(await takeToken(keyId, slow)).toEqual({ taken: true });
  await rest(1_000_000);
  const takes = await Promise.all(Array.from({ length: 9 }, () => takeToken(keyId, slow)));
  expect(takes.filter(({ taken }) => taken)).toHaveLength(5);
});

test('a key has what the settings say', async () => {
  const { API_CALLS_AT_ONCE: atOnce } = env();
  await spendRequest({ keyId: 'key_set' });
  const [bucket] = await db().apiBucket.findMany({ where: { keyId: 'key_set' } });
  expect(bucket?.tokens).toBe(atOnce - 1);
  await db().apiBucket.update({ where: { keyId: 'key_set' }, data: { tokens: -1e9 } });
  expect(await refusalCode(spendRequest({ keyId: 'key_set' }))).toBe('rate_limited');
});
