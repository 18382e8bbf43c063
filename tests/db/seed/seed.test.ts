import { expect, test } from 'vitest';
import { signInStaff } from '@/lib/auth/sign-in-staff';
import { findOpenings } from '@/lib/carriers/find-openings';
import { importCatalogue } from '@/lib/carriers/import-catalogue';
import { listLines } from '@/lib/carriers/list-lines';
import { db } from '@/lib/core/db';
import { MERCHANT_ROLES } from '@/lib/core/merchant-permissions';
import { STAFF_ROLES } from '@/lib/core/staff-permissions';
import { checkPaymentPassword } from '@/lib/customers/check-payment-password';
import { findAccount } from '@/lib/customers/find-account';
import { GOODS, type Goods } from '@/lib/demo/goods';
import { DEMO_MERCHANT_ID, type Shop, TEST_SHOPPER } from '@/lib/demo/shop';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { authenticateApiKey } from '@/lib/merchants/authenticate-api-key';
import { findLinkSecret } from '@/lib/merchants/find-link-secret';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { listWebhookEndpoints } from '@/lib/merchants/list-webhook-endpoints';
import { openWebhookSecret } from '@/lib/merchants/open-webhook-secret';
import { cny } from '@/lib/money/money';
import { getWallet } from '@/lib/wallets/get-wallet';
import { ensureCarriers } from '@/prisma/seed/carriers';
import { ensurePlatform } from '@/prisma/seed/platform';
import { ensureShop } from '@/prisma/seed/shop';
import { ensureShopper } from '@/prisma/seed/shopper';
import { ensureStaff } from '@/prisma/seed/staff';
import { staffCode } from '@/tests/support/make-staff';

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

test('the demo story: a shop with its keys, a shopper with ¥126.40, and people who can sign in', async () => {
  const staff = await tell(shop);
  const { merchantId } = shop;
  expect(await getMerchant(merchantId)).toMatchObject({
    nameEn: 'Hemu Shop',
    balanceContract: 'bank_custody',
    returnOrigins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
    logo: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect((await authenticateApiKey(`Bearer ${shop.apiKey}`)).merchantId).toBe(merchantId);
  expect(await findLinkSecret(merchantId, shop.linkKey.id)).toBe(shop.linkKey.secret);
  const [endpoint] = await listWebhookEndpoints(merchantId);
  expect(await openWebhookSecret(endpoint?.id ?? '')).toEqual({
    url: 'http://localhost:3000/demo/webhook',
    secrets: [shop.webhookSecret],
    isLive: false,
    merchantId,
  });
  const account = await findAccount({ merchantId, reference: 'alice', userId: null });
  const customerId = account?.customerId ?? '';
  await checkPaymentPassword({ customerId, password: TEST_SHOPPER.paymentPassword });
  const balance = await balanceOf({ subject: 'customer_balance', owner: customerId });
  expect(balance.amountMinor).toBe(12_640n);
  expect(staff.map(({ staffRole }) => staffRole).filter(Boolean)).toEqual([...STAFF_ROLES]);
  expect(staff.map(({ merchantRole }) => merchantRole).filter(Boolean)).toEqual([
    ...MERCHANT_ROLES,
  ]);
  for (const { email, password, role } of staff) {
    const { id } = await db().user.findUniqueOrThrow({ where: { email } });
    const code = await staffCode(id);
    const given = { email, password, code, address: '127.0.0.1' };
    expect(await signInStaff(given)).toMatchObject({ role });
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
  expect(before).toEqual([1, 1, 1, 1, 1, 10]);
});

test('told from another address, the shop is where the address is', async () => {
  await tell(shop);
  await tell({ ...shop, origin: 'http://localhost:4000' });
  const live = await listWebhookEndpoints(shop.merchantId);
  expect(live.map(({ url }) => url)).toEqual(['http://localhost:4000/demo/webhook']);
  const { returnOrigins } = await getMerchant(shop.merchantId);
  expect(returnOrigins).toEqual(['http://localhost:4000', 'http://127.0.0.1:4000']);
});

test('all four carriers can charge what the shop sells as digital goods from ¥1 on, memberships every period', async () => {
  await ensureCarriers();
  const lines = await listLines();
  expect(new Set(lines.map(({ carrier }) => carrier)).size).toBe(4);
  const sold = GOODS.filter(({ kind, amountMinor }) => kind === 'digital' && amountMinor >= 100n);
  expect(sold).toHaveLength(3);
  for (const { amountMinor, subscription } of sold as readonly Goods[]) {
    const periodic = subscription !== undefined;
    const { open } = await findOpenings({ amount: cny(amountMinor), periodic });
    expect(open).toBe(true);
  }
});

test('told again, the carriers’ catalogue is the one that the office has imported since', async () => {
  await ensureCarriers();
  const [first] = await listLines();
  const row = `own,${first?.carrier},自有,OWN1,sms,*,OWN00600,6,no,50,100,,,,40,90,增值业务-自有`;
  const header =
    'line,carrier,name,service_id,modes,province,fee_point,amount_yuan,periodic,user_day_yuan,user_month_yuan,province_day_yuan,province_month_yuan,hours,share_percent,term_days,bill_text';
  async function* bytes() {
    yield Buffer.from(`${header}\n${row}\n`);
  }
  await importCatalogue({ kind: 'lines', bytes: bytes(), dryRun: false, actor: 'test' });
  const before = await listLines();
  expect(before.filter(({ ended }) => !ended).map(({ id }) => id)).toEqual(['own']);
  await ensureCarriers();
  expect(await listLines()).toEqual(before);
});
