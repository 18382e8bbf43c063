import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { authenticateApiKey } from '@/lib/merchants/authenticate-api-key';
import { createApiKey } from '@/lib/merchants/create-api-key';
import { createLinkKey } from '@/lib/merchants/create-link-key';
import { findLinkSecret } from '@/lib/merchants/find-link-secret';
import { findSigningLinkKey } from '@/lib/merchants/find-signing-link-key';
import { revokeKey } from '@/lib/merchants/revoke-key';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { memberWithCode } from '@/tests/support/make-member';
import { refusalCode } from '@/tests/support/refusal-code';

/** By a member of that merchant. */
const revoke = async (merchantId: string, kind: 'api' | 'link', keyId: string) =>
  revokeKey({ kind, keyId, ...(await memberWithCode({ merchantId })) });

test('an API key opens its own merchant and is kept only as a keyed hash', async () => {
  const { id: merchantId } = await seedMerchant();
  const { id, secret } = await createApiKey({ merchantId });
  expect(secret).toMatch(/^sk_test_[A-Za-z0-9_-]{43}$/);
  expect(await authenticateApiKey(`Bearer ${secret}`)).toMatchObject({ merchantId, keyId: id });
  const row = await db().apiKey.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(row)).not.toContain(secret.slice(8, -4));
  expect(row.hint).toBe(`…${secret.slice(-4)}`);
});

test('no key, a malformed, an unknown and a revoked one open nothing', async () => {
  const { id: merchantId } = await seedMerchant();
  const key = await createApiKey({ merchantId });
  expect(await refusalCode(authenticateApiKey(null))).toBe('api_key_missing');
  expect(await refusalCode(authenticateApiKey(''))).toBe('api_key_missing');
  expect(await refusalCode(authenticateApiKey(key.secret))).toBe('api_key_invalid');
  const other = `Bearer sk_test_${'x'.repeat(43)}`;
  expect(await refusalCode(authenticateApiKey(other))).toBe('api_key_invalid');
  await revoke(merchantId, 'api', key.id);
  await revoke(merchantId, 'api', key.id);
  expect(await refusalCode(authenticateApiKey(`Bearer ${key.secret}`))).toBe('api_key_invalid');
});

test('a merchant cannot revoke another merchant’s keys', async () => {
  const [{ id: merchantId }, { id: stranger }] = [await seedMerchant(), await seedMerchant()];
  const api = await createApiKey({ merchantId });
  const link = await createLinkKey({ merchantId });
  expect(await refusalCode(revoke(stranger, 'api', api.id))).toBe('not_found');
  expect(await refusalCode(revoke(stranger, 'link', link.id))).toBe('not_found');
  expect(await authenticateApiKey(`Bearer ${api.secret}`)).toMatchObject({ merchantId });
  expect(await findLinkSecret(merchantId, link.id)).toBe(link.secret);
});

test('two link keys are live at a time, also when ten are made at once', async () => {
  const { id: merchantId } = await seedMerchant();
  const codes = await Promise.all(
    Array.from({ length: 10 }, () => refusalCode(createLinkKey({ merchantId }))),
  );
  expect(codes.filter((code) => code === 'fine')).toHaveLength(2);
  expect(codes.filter((code) => code === 'link_key_limit')).toHaveLength(8);
});

test('rotation: the new key signs, the old one still opens until it is revoked', async () => {
  const { id: merchantId } = await seedMerchant();
  expect(await findSigningLinkKey(merchantId)).toBeUndefined();
  const old = await createLinkKey({ merchantId });
  const fresh = await createLinkKey({ merchantId });
  expect(await findSigningLinkKey(merchantId)).toEqual(fresh);
  expect(await findLinkSecret(merchantId, old.id)).toBe(old.secret);
  await revoke(merchantId, 'link', old.id);
  expect(await findLinkSecret(merchantId, old.id)).toBeUndefined();
  const next = await createLinkKey({ merchantId });
  expect(await findSigningLinkKey(merchantId)).toEqual(next);
});

test('a link key is one merchant’s only, and sealed in the database', async () => {
  const [{ id: merchantId }, { id: stranger }] = [await seedMerchant(), await seedMerchant()];
  const { id, secret } = await createLinkKey({ merchantId });
  expect(await findLinkSecret(stranger, id)).toBeUndefined();
  const rows = await db().$queryRaw<{ text: string }[]>`
    SELECT encode(sealed_secret, 'escape') AS text FROM link_keys WHERE id = ${id}`;
  expect(rows[0]?.text).not.toContain(secret.slice(3, 20));
});

test('nobody gets keys without being a merchant', async () => {
  expect(await refusalCode(createLinkKey({ merchantId: 'mer_nobody' }))).toBe('not_found');
  expect(await refusalCode(createApiKey({ merchantId: 'mer_nobody' }))).toBe('not_found');
});
