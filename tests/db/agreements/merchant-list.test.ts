import { expect, test } from 'vitest';
import { endAgreement } from '@/lib/agreements/end-agreement';
import { listMerchantAgreements } from '@/lib/agreements/list-merchant-agreements';
import { listTransitions } from '@/lib/core/list-transitions';
import { anyMember } from '@/tests/support/any-member';
import { bindCard } from '@/tests/support/factories/bound-card';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { refusalCode } from '@/tests/support/refusal-code';
import { withCardRails } from '@/tests/support/with-card-rails';

withCardRails();

test('a merchant sees the cards bound with it, page by page, and nothing of their holders', async () => {
  const [{ id: merchantId }, stranger] = [await seedMerchant(), await seedMerchant()];
  const older = await bindCard({ merchantId });
  const newer = await bindCard({ merchantId });
  await bindCard({ merchantId: stranger.id });
  const first = await listMerchantAgreements({ merchantId, limit: 1 });
  expect(first.next).toBe(newer.agreementId);
  const second = await listMerchantAgreements({ merchantId, limit: 1, before: newer.agreementId });
  expect([...first.agreements, ...second.agreements]).toMatchObject([
    { id: newer.agreementId, cardTail: newer.cardNo.slice(-4), state: 'active' },
    { id: older.agreementId, cardTail: older.cardNo.slice(-4), state: 'active' },
  ]);
  // Bound without the merchant's word for the customer: our own id of the user is nobody's business.
  expect(JSON.stringify(first.agreements)).not.toContain(newer.userId);
  expect(Object.keys(first.agreements[0] ?? {}).filter((key) => /name|phone/i.test(key))).toEqual(
    [],
  );
});

test('one that its merchant ends says so afterwards, and who of its staff did it stays on record', async () => {
  const [{ id: merchantId }, stranger] = [await seedMerchant(), await seedMerchant()];
  const { agreementId } = await bindCard({ merchantId });
  const by = (of: string) => anyMember(of, 'usr_staff');
  expect(await refusalCode(endAgreement({ agreementId, by: by(stranger.id) }))).toBe(
    'agreement_not_found',
  );
  await endAgreement({ agreementId, by: by(merchantId) });
  const { agreements } = await listMerchantAgreements({ merchantId });
  expect(agreements).toMatchObject([
    { id: agreementId, state: 'ended', endedAt: expect.any(Date) },
  ]);
  expect((await listTransitions('agreement', agreementId)).at(-1)).toMatchObject({
    event: 'end',
    actor: 'user:usr_staff',
  });
});
