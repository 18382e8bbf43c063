import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { authenticateApiKey } from '@/lib/merchants/authenticate-api-key';
import { createApiKeyByMember } from '@/lib/merchants/create-api-key-by-member';
import { createLinkKeyByMember } from '@/lib/merchants/create-link-key-by-member';
import { findLinkSecret } from '@/lib/merchants/find-link-secret';
import { listKeys } from '@/lib/merchants/list-keys';
import { listMerchantChanges } from '@/lib/merchants/list-merchant-changes';
import { revokeKey } from '@/lib/merchants/revoke-key';
import { setMerchantAccent } from '@/lib/merchants/set-merchant-accent';
import { makeMember, memberCode } from '@/tests/support/make-member';
import { refusalCode } from '@/tests/support/refusal-code';

test('a member makes and revokes keys, each with a code of their own, and who did it is on record', async () => {
  const by = await makeMember({ role: 'developer' });
  const { id: actor, merchantId, displayName } = by;
  const code = () => memberCode(actor);
  expect(await refusalCode(createApiKeyByMember({ code: '000000', by }))).toBe('totp_wrong');
  expect(await listKeys({ by })).toEqual({ apiKeys: [], linkKeys: [] });

  const api = await createApiKeyByMember({ name: '订单系统', code: await code(), by });
  const link = await createLinkKeyByMember({ code: await code(), by });
  expect(await authenticateApiKey(`Bearer ${api.secret}`)).toMatchObject({ merchantId });
  expect(await findLinkSecret(merchantId, link.id)).toBe(link.secret);
  const shown = await listKeys({ by });
  expect(shown).toMatchObject({
    apiKeys: [{ id: api.id, name: '订单系统', madeBy: displayName, lastUsedAt: expect.any(Date) }],
    linkKeys: [{ id: link.id, madeBy: displayName }],
  });
  const told = JSON.stringify(shown);
  for (const secret of [api.secret, link.secret]) expect(told).not.toContain(secret.slice(8, 20));

  await revokeKey({ kind: 'api', keyId: api.id, code: await code(), by });
  await revokeKey({ kind: 'link', keyId: link.id, code: await code(), by });
  expect(await refusalCode(authenticateApiKey(`Bearer ${api.secret}`))).toBe('api_key_invalid');
  expect(await findLinkSecret(merchantId, link.id)).toBeUndefined();
  const changes = await db().merchantChange.findMany({
    where: { merchantId },
    orderBy: { id: 'asc' },
    select: { subject: true, fromValue: true, toValue: true, actor: true },
  });
  expect(changes).toEqual([
    { subject: 'api_key', fromValue: null, toValue: api.id, actor },
    { subject: 'link_key', fromValue: null, toValue: link.id, actor },
    { subject: 'api_key', fromValue: api.id, toValue: null, actor },
    { subject: 'link_key', fromValue: link.id, toValue: null, actor },
  ]);
});

test('an owner reads who changed what, newest first and page by page, of their own merchant only', async () => {
  const by = await makeMember();
  const { merchantId } = by;
  for (const accentColor of colours(60)) await setMerchantAccent({ accentColor, by });
  const first = await listMerchantChanges({ by });
  expect(first.changes[0]).toMatchObject({
    ...{ subject: 'accent_color', from: '#00003a', to: '#00003b', madeBy: by.displayName },
  });
  const second = await listMerchantChanges({ by, before: BigInt(first.next ?? 0) });
  expect([first.changes.length, second.changes.length, second.next]).toEqual([50, 10, null]);
  const all = [...first.changes, ...second.changes].map(({ id }) => id);
  expect(new Set(all).size).toBe(60);
  expect(await db().merchantChange.count({ where: { merchantId } })).toBe(60);
  const other = await makeMember();
  expect((await listMerchantChanges({ by: other })).changes).toEqual([]);
});

/** "#000000", "#000001", …: each another one than before. */
const colours = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `#${n.toString(16).padStart(6, '0')}`);

test('when a key was used last is noted at once and then every five minutes at most', async () => {
  const by = await makeMember({ role: 'developer' });
  const { id, secret } = await createApiKeyByMember({ code: await memberCode(by.id), by });
  const lastUse = async () => (await listKeys({ by })).apiKeys[0]?.lastUsedAt?.getTime();
  expect(await lastUse()).toBeUndefined();
  await authenticateApiKey(`Bearer ${secret}`);
  const first = await lastUse();
  await authenticateApiKey(`Bearer ${secret}`);
  expect(await lastUse()).toBe(first);
  const earlier = new Date((first ?? 0) - 6 * 60_000);
  await db().apiKey.update({ where: { id }, data: { lastUsedAt: earlier } });
  await authenticateApiKey(`Bearer ${secret}`);
  expect(await lastUse()).toBeGreaterThanOrEqual(first ?? Number.POSITIVE_INFINITY);
});
