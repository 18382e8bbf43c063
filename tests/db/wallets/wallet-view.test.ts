import { beforeEach, expect, test } from 'vitest';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import { listStatement } from '@/lib/ledger/list-statement';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { cny } from '@/lib/money/money';
import { startPayment } from '@/lib/payments/start-payment';
import { getOwnAccount } from '@/lib/wallets/get-own-account';
import { getWalletView } from '@/lib/wallets/get-wallet-view';
import { listMovements } from '@/lib/wallets/list-movements';
import { seedCustomer } from '@/tests/support/factories/customers';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { makePayableOrder, PASSWORD } from '@/tests/support/factories/payable-order';
import { endContract } from '@/tests/support/factories/virtual-accounts';
import { fill, offerWallets, seedApplicant, seedWallet } from '@/tests/support/factories/wallets';
import { DESKTOP } from '@/tests/support/hosts';
import { refusalCode } from '@/tests/support/refusal-code';

beforeEach(() => offerWallets());

test('before it is opened a wallet is offered, and nothing of it is shown', async () => {
  const { userId } = await seedApplicant();
  expect(await getWalletView({ userId })).toEqual({ offered: true, others: [] });
});

test('without a contract it is not offered, even to who has one', async () => {
  const { userId } = await seedWallet({ balanceMinor: 100n });
  await offerWallets('none');
  expect(await getWalletView({ userId })).toEqual({ offered: false, others: [] });
});

test('balances at merchants stand beside the wallet, as long as the merchant may hold them', async () => {
  const { userId } = await seedWallet();
  const { id: merchantId, name } = await seedMerchant();
  const { customerId } = await seedCustomer({ merchantId, userId, balanceMinor: 4_200n });
  const { others } = await getWalletView({ userId });
  expect(others).toMatchObject([{ customerId, merchant: { name }, balance: cny(4_200n) }]);
  await endContract(merchantId);
  expect((await getWalletView({ userId })).others).toEqual([]);
  expect(await refusalCode(getOwnAccount({ userId, customerId }))).toBe('balance_not_offered');
});

test('the newest five movements are shown, the statement has all', async () => {
  const { userId, customerId } = await seedWallet();
  for (let n = 1n; n <= 7n; n += 1n) await fill(customerId, n);
  const { wallet } = await getWalletView({ userId });
  expect(wallet?.latest.map(({ amount }) => amount.amountMinor)).toEqual([7n, 6n, 5n, 4n, 3n]);
  const { account } = await getOwnAccount({ userId });
  expect((await listStatement({ account })).lines).toHaveLength(7);
});

test('a payment says to whom it went and what for', async () => {
  const { merchantId, customerId, order } = await makePayableOrder();
  await startPayment({
    token: order.payToken,
    method: 'balance',
    paymentPassword: PASSWORD,
    host: DESKTOP,
    actor: { userId: null },
  });
  const { userId } = await seedApplicant();
  await ensureCustomer({ merchantId, reference: 'alice', userId });
  const { account } = await getOwnAccount({ userId, customerId });
  const { lines } = await listMovements({ account, limit: 10 });
  const { name: zh, nameEn: en, mode } = await getMerchant(merchantId);
  expect(lines.map(({ event, paidFor }) => [event, paidFor])).toEqual([
    ['balance_payment', { subject: order.subject, merchant: { zh, en, mode } }],
    ['top_up', undefined],
  ]);
});

test('nobody reads somebody else’s statement', async () => {
  const [owner, stranger] = [await seedWallet({ balanceMinor: 100n }), await seedWallet()];
  const { userId } = stranger;
  for (const customerId of [owner.customerId, 'cus_nobody']) {
    expect(await refusalCode(getOwnAccount({ userId, customerId }))).toBe('not_found');
  }
});
