import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newToken } from '@/lib/core/ids';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { freezeWallet } from '@/lib/wallets/freeze-wallet';
import { getWallet } from '@/lib/wallets/get-wallet';
import { requestWalletWithdrawal } from '@/lib/wallets/request-wallet-withdrawal';
import { requestWithdrawalCode } from '@/lib/wallets/request-withdrawal-code';
import { bind, offerWallets, PASSWORD, seedWallet } from '@/tests/support/factories/wallets';
import { refusalCode } from '@/tests/support/refusal-code';
import { startSmsReceiver } from '@/tests/support/sms-receiver';

let sms: Awaited<ReturnType<typeof startSmsReceiver>>;
beforeAll(async () => {
  sms = await startSmsReceiver();
  await offerWallets();
});
afterAll(() => sms.stop());
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

/** An owner with a card and ¥100.00, and the code for taking ¥60.00 of it. */
async function readyToWithdraw() {
  const wallet = await seedWallet({ balanceMinor: 10_000n });
  const { id: bankCardId } = await bind(wallet.userId);
  const what = { userId: wallet.userId, bankCardId, amount: cny(6_000n) };
  await requestWithdrawalCode(what);
  const proof = { password: PASSWORD, code: sms.codeFor(wallet.phone) };
  return { ...wallet, what, request: { ...what, ...proof, requestKey: newToken() } };
}
const payouts = (ownerId: string) => db().payout.count({ where: { ownerId } });

test('password and code send the money to the card; until the bank has paid it is held', async () => {
  const { userId, phone, customerId, request } = await readyToWithdraw();
  const text = sms.messages.findLast((message) => message.phone === phone)?.text;
  expect(text).toContain('¥60.00');
  const { payoutId } = await requestWalletWithdrawal(request);
  const wallet = await getWallet({ userId });
  expect(wallet.withdrawals.map(({ id }) => id)).toEqual([payoutId]);
  expect(wallet.available).toEqual(cny(4_000n));
  expect(wallet.withdrawable).toEqual(cny(4_000n));
  expect(await payouts(customerId)).toBe(1);
});

test('the second press is the first one’s withdrawal, though its code is used up', async () => {
  const { customerId, request } = await readyToWithdraw();
  const first = await requestWalletWithdrawal(request);
  const again = await requestWalletWithdrawal(request);
  expect(again.payoutId).toBe(first.payoutId);
  expect(await payouts(customerId)).toBe(1);
});

test('a code is good for its amount and its card alone, and only once', async () => {
  const { userId, customerId, request } = await readyToWithdraw();
  const { id: other } = await bind(userId);
  const tries = [
    { ...request, amount: cny(6_001n) },
    { ...request, bankCardId: other },
    { ...request, code: request.code === '000000' ? '000001' : '000000' },
  ];
  for (const one of tries) {
    expect(await refusalCode(requestWalletWithdrawal(one))).toBe('confirmation_code_wrong');
  }
  expect(await payouts(customerId)).toBe(0);
  await requestWalletWithdrawal(request);
  const anew = { ...request, requestKey: newToken() };
  expect(await refusalCode(requestWalletWithdrawal(anew))).toBe('confirmation_code_wrong');
  expect(await payouts(customerId)).toBe(1);
});

test('a wrong password uses up no code and moves nothing', async () => {
  const { customerId, request } = await readyToWithdraw();
  const wrong = { ...request, password: '000000' };
  expect(await refusalCode(requestWalletWithdrawal(wrong))).toBe('payment_password_wrong');
  expect(await payouts(customerId)).toBe(0);
  expect(await refusalCode(requestWalletWithdrawal(request))).toBe('fine');
});

test('what cannot be withdrawn is said before a code is sent', async () => {
  const { userId, what } = await readyToWithdraw();
  const stranger = await readyToWithdraw();
  const sent = sms.messages.length;
  const ask = (given: Partial<typeof what>) =>
    refusalCode(requestWithdrawalCode({ ...what, ...given }));
  expect(await ask({ amount: cny(10_001n) })).toBe('over_withdrawable');
  expect(await ask({ bankCardId: stranger.what.bankCardId })).toBe('not_found');
  await freezeWallet({ userId });
  expect(await ask({})).toBe('account_frozen');
  expect(sms.messages).toHaveLength(sent);
});

test('a frozen wallet pays nothing out, whatever code it was given before', async () => {
  const { userId, customerId, request } = await readyToWithdraw();
  await freezeWallet({ userId });
  expect(await refusalCode(requestWalletWithdrawal(request))).toBe('account_frozen');
  expect(await payouts(customerId)).toBe(0);
});

test('somebody else’s proofs and card open nothing', async () => {
  const [owner, thief] = [await readyToWithdraw(), await readyToWithdraw()];
  const tried = { ...owner.request, userId: thief.userId };
  expect(await refusalCode(requestWalletWithdrawal(tried))).toBe('confirmation_code_wrong');
  expect(await payouts(owner.customerId)).toBe(0);
});
