import { afterEach, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { checkBooks } from '@/lib/ledger/check-books';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { cny } from '@/lib/money/money';
import { findMerchantAccount } from '@/lib/payouts/find-merchant-account';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { setMerchantAccount } from '@/lib/payouts/set-merchant-account';
import { selectPayout } from '@/lib/payouts/store';
import { getMerchantWithdrawal } from '@/lib/settlement/get-merchant-withdrawal';
import { listMerchantWithdrawals } from '@/lib/settlement/list-merchant-withdrawals';
import { requestMerchantWithdrawal } from '@/lib/settlement/request-merchant-withdrawal';
import { requestWithdrawalByMember } from '@/lib/settlement/request-withdrawal-by-member';
import { decidePayout, scriptPayout } from '@/tests/support/bank-control';
import { seedMerchantMoney } from '@/tests/support/factories/merchant-money';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { CARD, HOLDER } from '@/tests/support/known-account';
import { makeMember, memberCode, memberWithCode } from '@/tests/support/make-member';
import { refusalCode } from '@/tests/support/refusal-code';

afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

async function seedRich(): Promise<string> {
  const { id: merchantId } = await seedMerchant();
  await seedMerchantMoney({ merchantId, amountMinor: 100_000n });
  return merchantId;
}
const standing = async (owner: string) => {
  const found = await findLedgerAccount({ subject: 'merchant_balance', owner });
  return [found?.balance.amountMinor, found?.held.amountMinor];
};
const ask = (merchantId: string, amountMinor: bigint, requestKey = newSortableNumber()) =>
  requestMerchantWithdrawal({ merchantId, amount: cny(amountMinor), requestKey });
const numberOf = async (id: string) => (await selectPayout(id))?.channelOrderNo ?? '';
const toldAbout = async (merchantId: string) =>
  (
    await db().outboxEvent.findMany({
      where: { merchantId, topic: { startsWith: 'payout.' } },
      orderBy: { id: 'asc' },
    })
  ).map(({ topic, subjectId }) => [topic, subjectId]);

test('a withdrawal holds the money until the bank’s word, and the merchant is told which word it was', async () => {
  const merchantId = await seedRich();
  await scriptPayout(60_501n, { outcome: 'stay' });
  const paid = await ask(merchantId, 60_501n);
  expect(paid).toMatchObject({
    state: 'accepted',
    cardMasked: '6200****0005',
    requestedBy: 'merchant',
  });
  expect(await standing(merchantId)).toEqual([100_000n, 60_501n]);
  await decidePayout(await numberOf(paid.id), 'succeed');
  await resolvePayout({ payoutId: paid.id });
  expect(await standing(merchantId)).toEqual([39_499n, 0n]);
  await scriptPayout(30_502n, { outcome: 'stay' });
  const refused = await ask(merchantId, 30_502n);
  await decidePayout(await numberOf(refused.id), 'fail');
  await resolvePayout({ payoutId: refused.id });
  expect(await standing(merchantId)).toEqual([39_499n, 0n]);
  const { withdrawals } = await listMerchantWithdrawals({ merchantId });
  expect(withdrawals.map(({ state }) => state)).toEqual(['failed', 'succeeded']);
  expect(await toldAbout(merchantId)).toEqual([
    ['payout.succeeded', paid.id],
    ['payout.failed', refused.id],
  ]);
  const reads = await db().vaultRead.findMany({ where: { actor: `payout:${paid.id}` } });
  expect(reads.map(({ purpose }) => purpose).sort()).toEqual(['merchant_card', 'merchant_name']);
});

test('the same request at once is one withdrawal, and two never share what is there', async () => {
  const merchantId = await seedRich();
  const key = newSortableNumber();
  await scriptPayout(70_503n, { outcome: 'stay' });
  const same = await Promise.all(Array.from({ length: 4 }, () => ask(merchantId, 70_503n, key)));
  expect(new Set(same.map(({ id }) => id)).size).toBe(1);
  expect(await refusalCode(ask(merchantId, 70_504n, key))).toBe('idempotency_key_reused');
  expect(await refusalCode(ask(merchantId, 70_505n))).toBe('over_withdrawable');
  expect(await standing(merchantId)).toEqual([100_000n, 70_503n]);
  const stranger = { merchantId: (await seedMerchant()).id, withdrawalId: same[0]?.id ?? '' };
  expect(await refusalCode(getMerchantWithdrawal(stranger))).toBe('not_found');
});

test('a member needs the right role and a fresh code, and a second press none', async () => {
  const merchantId = await seedRich();
  const request = { amount: cny(1_507n), requestKey: newSortableNumber() };
  const developer = await memberWithCode({ merchantId, role: 'developer' });
  expect(await refusalCode(requestWithdrawalByMember({ ...request, ...developer }))).toBe(
    'not_permitted',
  );
  const by = await makeMember({ merchantId, role: 'finance' });
  const wrong = { ...request, by, code: '000000' };
  expect(await refusalCode(requestWithdrawalByMember(wrong))).toBe('totp_wrong');
  const code = await memberCode(by.id);
  const { id } = await requestWithdrawalByMember({ ...request, by, code });
  expect((await requestWithdrawalByMember({ ...request, by, code })).id).toBe(id);
  expect(await getMerchantWithdrawal({ merchantId, withdrawalId: id })).toMatchObject({
    requestedBy: by.id,
  });
});

test('only an owner with a code says where the money goes; another account waits a day, in the database too', async () => {
  const { id: merchantId } = await seedMerchant();
  expect(await refusalCode(ask(merchantId, 100n))).toBe('payout_account_unset');
  const account = { cardNo: CARD, name: HOLDER };
  const finance = await memberWithCode({ merchantId, role: 'finance' });
  expect(await refusalCode(setMerchantAccount({ ...account, ...finance }))).toBe('not_permitted');
  await seedMerchantMoney({ merchantId });
  const first = await findMerchantAccount({ merchantId });
  expect(first).toMatchObject({ usable: true, nameMasked: '张*' });
  // The same again changes nothing.
  await setMerchantAccount({ ...account, ...(await memberWithCode({ merchantId })) });
  expect((await findMerchantAccount({ merchantId }))?.id).toBe(first?.id);
  const owner = await memberWithCode({ merchantId });
  await setMerchantAccount({ ...account, name: '李四', ...owner });
  expect(await findMerchantAccount({ merchantId })).toMatchObject({ usable: false });
  expect(await refusalCode(ask(merchantId, 100n))).toBe('payout_account_waits');
  const changes = await db().merchantChange.findMany({
    where: { merchantId, subject: 'payout_account' },
  });
  expect(changes).toHaveLength(2);
  expect(changes.map(({ toValue }) => toValue)).toEqual(['6200****0005', '6200****0005']);
  await expect(
    db().merchantAccount.updateMany({ where: { merchantId }, data: { usableFrom: new Date(0) } }),
  ).rejects.toThrow();
});
