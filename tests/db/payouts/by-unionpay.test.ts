import { afterEach, expect, test } from 'vitest';
import { findContract } from '@/lib/contracts/find-contract';
import { sweepEncryptionCertificates } from '@/lib/contracts/sweep-encryption-certificates';
import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { getPayout } from '@/lib/payouts/get-payout';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { type Owner, seedOwner, withdraw } from '@/tests/support/factories/withdrawals';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail({ PAYOUT_CHANNEL: 'unionpay' });
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

const standing = async ({ account }: Owner) => {
  const found = await findLedgerAccount(account);
  return [found?.balance.amountMinor, found?.held.amountMinor];
};
const funds = async () => {
  const clearing = await balanceOf({ subject: 'channel_clearing', owner: 'unionpay' });
  const deposit = await balanceOf({ subject: 'platform_bank', owner: 'platform' });
  return [clearing.amountMinor, deposit.amountMinor] as const;
};
/** Asks until UnionPay has decided. */
async function untilDecided(owner: Owner, payoutId: string) {
  const payout = await getPayout({ payoutId, account: owner.account });
  if (payout.state === 'succeeded' || payout.state === 'failed') return payout;
  await resolvePayout({ payoutId });
  return untilDecided(owner, payoutId);
}

test('a payout by UnionPay arrives, and is paid from what UnionPay owes us', async () => {
  const owner = await seedOwner();
  const [clearing, deposit] = await funds();
  const { payoutId, state } = await withdraw(owner, 40_001n);
  expect(state).toBe('accepted');
  const payout = await untilDecided(owner, payoutId);
  expect(payout).toMatchObject({ channel: 'unionpay', state: 'succeeded' });
  expect(await standing(owner)).toEqual([59_999n, 0n]);
  expect(await funds()).toEqual([clearing - 40_001n, deposit]);
  // Its notice names our number: asked about once more, nothing changes.
  await resolvePayout({ channel: 'unionpay', payoutNo: payout.channelOrderNo });
  expect(await standing(owner)).toEqual([59_999n, 0n]);
});

test('a card of somebody else’s identity gets nothing, and the money is the owner’s again', async () => {
  // 李四's number beside 张三's name: UnionPay compares both.
  const owner = await seedOwner({ idNo: '310101198512120024' });
  const before = await funds();
  const { payoutId } = await withdraw(owner, 40_002n);
  expect(await untilDecided(owner, payoutId)).toMatchObject({
    state: 'failed',
    failureReason: 'name_mismatch',
  });
  expect(await standing(owner)).toEqual([100_000n, 0n]);
  expect(await funds()).toEqual(before);
});

test('a lost reply is asked about under the same number, and the payout made once', async () => {
  const owner = await seedOwner();
  const match = { amount: '40003', kind: 'payout' };
  await rail.ask('script', { match, behaviour: { lose: 'reply' }, times: 1 });
  const { payoutId, state } = await withdraw(owner, 40_003n);
  expect(state).toBe('unknown');
  const { channelOrderNo } = await untilDecided(owner, payoutId);
  const { orders } = (await rail.ask(`orders?orderId=${channelOrderNo}`)) as { orders: object[] };
  expect(orders).toMatchObject([{ kind: 'payout', state: 'succeeded', txnAmt: '40003' }]);
  expect(await standing(owner)).toEqual([59_997n, 0n]);
});

test('without the permission in its merchant’s contract a payout goes by the bank', async () => {
  const owner = await seedOwner();
  await pool().query(
    `INSERT INTO channel_contracts (id, merchant_id, channel, merchant_no, access_type, permissions)
     VALUES ($1, $2, 'unionpay', '777290058110048', 'merchant', ARRAY['control'])`,
    [`con_${newSortableNumber()}`, owner.merchantId],
  );
  const { payoutId } = await withdraw(owner, 40_004n);
  const payout = await getPayout({ payoutId, account: owner.account });
  expect(payout.channel).toBe('bank');
});

test('the encryption certificate is asked for daily, and a new one is used from then on', async () => {
  const { merchantId } = await seedOwner();
  const pem = async () => {
    const contract = await findContract({ merchantId, channel: 'unionpay' });
    return contract?.channelContract?.encryptionCertificatePem;
  };
  expect(await sweepEncryptionCertificates()).toBe(1);
  const first = await pem();
  await rail.ask('rotate-encryption', {});
  expect(await sweepEncryptionCertificates()).toBe(0);
  expect(await pem()).toBe(first);
  await pool().query(
    "UPDATE channel_certificates SET checked_at = checked_at - interval '25 hours'",
  );
  expect(await sweepEncryptionCertificates()).toBe(1);
  expect(await pem()).not.toBe(first);
  const owner = await seedOwner();
  const { payoutId } = await withdraw(owner, 40_005n);
  expect(await untilDecided(owner, payoutId)).toMatchObject({ state: 'succeeded' });
});
