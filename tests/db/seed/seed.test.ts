import { expect, test } from 'vitest';
import { signInStaff } from '@/lib/auth/sign-in-staff';
import { db } from '@/lib/core/db';
import { checkPaymentPassword } from '@/lib/customers/check-payment-password';
import { findAccount } from '@/lib/customers/find-account';
import { DEMO_MERCHANT_ID, type Shop, TEST_SHOPPER } from '@/lib/demo/shop';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { authenticateApiKey } from '@/lib/merchants/authenticate-api-key';
import { findLinkSecret } from '@/lib/merchants/find-link-secret';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { listWebhookEndpoints } from '@/lib/merchants/list-webhook-endpoints';
import { openWebhookSecret } from '@/lib/merchants/open-webhook-secret';
import { getWallet } from '@/lib/wallets/get-wallet';
import { ensurePlatform } from '@/prisma/seed/platform';
import { ensureShop } from '@/prisma/seed/shop';
import { ensureShopper } from '@/prisma/seed/shopper';
import { ensureStaff } from '@/prisma/seed/staff';

const shop: Shop = {
  origin: 'http://localhost:3000',
  merchantId: DEMO_MERCHANT_ID,
  apiKey: `sk_test_${'a'.repeat(48)}`,
  linkKey: { id: 'lk_0123456789abcdef', secret: 's'.repeat(43) },
  webhookSecret: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
};
async function tell(told: Shop) {
  await ensurePlatform();
  await ensureShop(told);
  await ensureShopper(told);
  return ensureStaff(told);
}
const counts = async () => [
  await db().merchant.count({ where: { id: DEMO_MERCHANT_ID } }),
  await db().apiKey.count({ where: { merchantId: DEMO_MERCHANT_ID } }),
  await db().linkKey.count({ where: { merchantId: DEMO_MERCHANT_ID } }),
  await db().webhookEndpoint.count({ where: { merchantId: DEMO_MERCHANT_ID } }),
  await db().customer.count({ where: { merchantId: DEMO_MERCHANT_ID } }),
  await db().user.count({ where: { email: { endsWith: '@demo.test' } } }),
];

test('the demo story: a shop with its keys, a shopper with ¥126.40, two people who can sign in', async () => {
  const staff = await tell(shop);
  const { merchantId } = shop;
  expect(await getMerchant(merchantId)).toMatchObject({
    nameEn: 'Hemu Shop',
    balanceContract: 'bank_custody',
    returnOrigins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
  });
  expect((await authenticateApiKey(`Bearer ${shop.apiKey}`)).merchantId).toBe(merchantId);
  expect(await findLinkSecret(merchantId, shop.linkKey.id)).toBe(shop.linkKey.secret);
  const [endpoint] = await listWebhookEndpoints(merchantId);
  expect(await openWebhookSecret(endpoint?.id ?? '')).toEqual({
    url: 'http://localhost:3000/demo/webhook',
    secret: shop.webhookSecret,
    merchantId,
  });
  const account = await findAccount({ merchantId, reference: 'alice', userId: null });
  const customerId = account?.customerId ?? '';
  await checkPaymentPassword({ customerId, password: TEST_SHOPPER.paymentPassword });
  const balance = await balanceOf({ subject: 'customer_balance', owner: customerId });
  expect(balance.amountMinor).toBe(12_640n);
  for (const { email, password, role } of staff) {
    expect(await signInStaff({ email, password, address: '127.0.0.1' })).toMatchObject({ role });
  }
  expect((await checkBooks()).findings).toEqual([]);
});

test('the shopper has an open wallet of class II with ¥588.00 and two cards, told twice or once', async () => {
  await tell(shop);
  await tell(shop);
  const { id: userId } = await db().user.findFirstOrThrow({ where: { role: 'shopper' } });
  const wallet = await getWallet({ userId });
  expect(wallet.quota.class).toBe('II');
  expect(wallet.balance.amountMinor).toBe(58_800n);
  expect(wallet.cards.map(({ cardMasked }) => cardMasked)).toEqual([
    '6200****0005',
    '6222****0009',
  ]);
  const { customerId } = wallet;
  await checkPaymentPassword({ customerId, password: TEST_SHOPPER.paymentPassword });
  expect((await checkBooks()).findings).toEqual([]);
});

test('told again it changes nothing, not even the passwords', async () => {
  const first = await tell(shop);
  const before = await counts();
  expect(await tell(shop)).toEqual(first);
  expect(await counts()).toEqual(before);
  expect(before).toEqual([1, 1, 1, 1, 1, 2]);
});

test('told from another address, the shop is where the address is', async () => {
  await tell(shop);
  await tell({ ...shop, origin: 'http://localhost:4000' });
  const live = await listWebhookEndpoints(shop.merchantId);
  expect(live.map(({ url }) => url)).toEqual(['http://localhost:4000/demo/webhook']);
  const { returnOrigins } = await getMerchant(shop.merchantId);
  expect(returnOrigins).toEqual(['http://localhost:4000', 'http://127.0.0.1:4000']);
});
