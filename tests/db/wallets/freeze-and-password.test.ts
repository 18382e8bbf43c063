import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { checkPaymentPassword } from '@/lib/customers/check-payment-password';
import { checkBooks } from '@/lib/ledger/check-books';
import { freezeAccount } from '@/lib/ledger/freeze-account';
import { postEntry } from '@/lib/ledger/post-entry';
import { unfreezeAccount } from '@/lib/ledger/unfreeze-account';
import { cny } from '@/lib/money/money';
import { freezeWallet } from '@/lib/wallets/freeze-wallet';
import { getWallet } from '@/lib/wallets/get-wallet';
import { requestWalletCode } from '@/lib/wallets/request-wallet-code';
import { setWalletPassword } from '@/lib/wallets/set-wallet-password';
import { unfreezeWallet } from '@/lib/wallets/unfreeze-wallet';
import { seedCustomer } from '@/tests/support/factories/customers';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { someIdNo } from '@/tests/support/factories/persons';
import { fill, offerWallets, PASSWORD, seedWallet } from '@/tests/support/factories/wallets';
import { refusalCode } from '@/tests/support/refusal-code';
import { startSmsReceiver } from '@/tests/support/sms-receiver';

let sms: Awaited<ReturnType<typeof startSmsReceiver>>;
beforeAll(async () => {
  sms = await startSmsReceiver();
  await offerWallets();
});
afterAll(() => sms.stop());
afterEach(async () => expect((await checkBooks()).findings).toEqual([]));

const NEW = '975310';
type Owner = Awaited<ReturnType<typeof seedWallet>>;

async function codeFor({ userId, phone }: Owner, subject: 'payment-password' | 'unfreeze') {
  await requestWalletCode({ userId, subject });
  return sms.codeFor(phone);
}
const stateOf = async ({ userId }: Owner) => (await getWallet({ userId })).state;
const pay = async ({ customerId }: Owner) => {
  const { id: merchantId } = await seedMerchant();
  const entryKey = `test:pay:${newSortableNumber()}`;
  const event = { event: 'balance_payment', businessRef: entryKey, amount: cny(100n) } as const;
  return refusalCode(
    inTransaction((tx) => postEntry(tx, { ...event, entryKey, customerId, merchantId })),
  );
};

test('freezing takes no password: nothing goes out, money still comes in, and again is fine', async () => {
  const owner = await seedWallet({ balanceMinor: 5_000n });
  await freezeWallet(owner);
  await freezeWallet(owner);
  expect(await pay(owner)).toBe('account_frozen');
  await fill(owner.customerId, 700n);
  const wallet = await getWallet(owner);
  expect([wallet.state, wallet.balance]).toEqual(['frozen', cny(5_700n)]);
});

test('a wallet that was never used can be frozen, too', async () => {
  const owner = await seedWallet();
  await freezeWallet(owner);
  expect(await stateOf(owner)).toBe('frozen');
});

test('unfreezing takes password and code', async () => {
  const owner = await seedWallet({ balanceMinor: 5_000n });
  const { userId } = owner;
  await freezeWallet(owner);
  const code = await codeFor(owner, 'unfreeze');
  const otherCode = await codeFor(owner, 'payment-password');
  const unfreeze = (password: string, given: string) =>
    refusalCode(unfreezeWallet({ userId, password, code: given }));
  expect(await unfreeze('000000', code)).toBe('payment_password_wrong');
  if (otherCode !== code) {
    expect(await unfreeze(PASSWORD, otherCode)).toBe('confirmation_code_wrong');
  }
  expect(await stateOf(owner)).toBe('frozen');
  expect(await unfreeze(PASSWORD, code)).toBe('fine');
  expect(await pay(owner)).toBe('fine');
});

test('what the office froze its owner cannot unfreeze', async () => {
  const owner = await seedWallet({ balanceMinor: 5_000n });
  const { account, userId } = owner;
  const office = { account, actor: 'usr_office', cause: 'a court order' };
  await inTransaction((tx) => freezeAccount(tx, office));
  await freezeWallet(owner);
  const code = await codeFor(owner, 'unfreeze');
  const given = { userId, password: PASSWORD, code };
  expect(await refusalCode(unfreezeWallet(given))).toBe('frozen_by_office');
  expect(await stateOf(owner)).toBe('frozen');
  await inTransaction((tx) => unfreezeAccount(tx, office));
  await freezeWallet(owner);
  const again = { ...given, code: await codeFor(owner, 'unfreeze') };
  expect(await refusalCode(unfreezeWallet(again))).toBe('fine');
});

test('a new password takes code and identity number, and ends a lock', async () => {
  const owner = await seedWallet();
  const { userId, customerId, idNo } = owner;
  const check = (password: string) => refusalCode(checkPaymentPassword({ customerId, password }));
  for (let n = 0; n < 5; n += 1) await check('000000');
  expect(await check(PASSWORD)).toBe('payment_password_locked');
  const code = await codeFor(owner, 'payment-password');
  await setWalletPassword({ userId, code, idNo, password: NEW });
  expect(await check(NEW)).toBe('fine');
  expect(await check(PASSWORD)).toBe('payment_password_wrong');
});

test('a new password is that of whatever else its owner has at merchants, and of nobody else', async () => {
  const owner = await seedWallet();
  const { id: merchantId } = await seedMerchant();
  const own = await seedCustomer({ merchantId, userId: owner.userId, paymentPassword: null });
  const another = await seedCustomer({ merchantId });
  const code = await codeFor(owner, 'payment-password');
  const { userId, idNo } = owner;
  await setWalletPassword({ userId, code, idNo, password: NEW });
  const check = (customerId: string) =>
    refusalCode(checkPaymentPassword({ customerId, password: NEW }));
  expect(await check(own.customerId)).toBe('fine');
  expect(await check(another.customerId)).toBe('payment_password_wrong');
});

test('the phone alone, or the identity number alone, sets no password', async () => {
  const owner = await seedWallet();
  const { userId, customerId, idNo } = owner;
  const code = await codeFor(owner, 'payment-password');
  const wrong = code === '000000' ? '000001' : '000000';
  const set = (given: { code: string; idNo: string }) =>
    refusalCode(setWalletPassword({ userId, ...given, password: NEW }));
  expect(await set({ code, idNo: someIdNo() })).toBe('identity_unproved');
  expect(await set({ code: wrong, idNo })).toBe('confirmation_code_wrong');
  await checkPaymentPassword({ customerId, password: PASSWORD });
});
