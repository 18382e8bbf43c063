import { expect, test } from 'vitest';
import { setMemberRole } from '@/lib/auth/set-member-role';
import { db } from '@/lib/core/db';
import { createWebhookEndpoint } from '@/lib/merchants/create-webhook-endpoint';
import { openWebhookSecret } from '@/lib/merchants/open-webhook-secret';
import { rotateWebhookSecret } from '@/lib/merchants/rotate-webhook-secret';
import { anyMember } from '@/tests/support/any-member';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { makeMember, memberCode } from '@/tests/support/make-member';
import { refusalCode } from '@/tests/support/refusal-code';

test('two owners who demote each other at one moment leave one of them, in eight shops out of eight', async () => {
  const pairs = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const one = await makeMember();
      const other = await makeMember({ merchantId: one.merchantId });
      const codes = [await memberCode(one.id), await memberCode(other.id)] as const;
      return { one, other, codes };
    }),
  );
  const answers = await Promise.all(
    pairs.map(({ one, other, codes }) =>
      Promise.all([
        refusalCode(setMemberRole({ userId: other.id, role: 'support', code: codes[0], by: one })),
        refusalCode(setMemberRole({ userId: one.id, role: 'support', code: codes[1], by: other })),
      ]),
    ),
  );
  for (const [nth, { one }] of pairs.entries()) {
    expect(answers[nth]?.toSorted()).toEqual(['fine', 'not_permitted']);
    const { merchantId } = one;
    const where = { merchantId, merchantRole: 'owner', disabledAt: null } as const;
    expect(await db().user.count({ where })).toBe(1);
    expect(await db().merchantChange.count({ where: { merchantId, subject: 'member' } })).toBe(1);
  }
});

test('a secret that five people replace at one moment is replaced five times, and the last two of them sign', async () => {
  const { id: merchantId } = await seedMerchant();
  const by = anyMember(merchantId);
  const made = await createWebhookEndpoint({ by, url: 'https://shop.example/hook' });
  const given = { by, endpointId: made.id };
  const rotated = await Promise.all(Array.from({ length: 5 }, () => rotateWebhookSecret(given)));
  const shown = rotated.map(({ secret }) => secret);
  expect(new Set(shown).size).toBe(5);
  const { secrets } = await openWebhookSecret(made.id);
  expect(new Set(secrets).size).toBe(2);
  for (const secret of secrets) expect(shown).toContain(secret);
  expect(
    await db().merchantChange.count({ where: { merchantId, subject: 'webhook_secret' } }),
  ).toBe(5);
});
