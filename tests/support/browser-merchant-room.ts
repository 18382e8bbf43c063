import { type Browser, type BrowserContextOptions, expect } from '@playwright/test';
import zh from '@/app/_messages/zh-CN/merchant.json';
import { dayOf } from '@/lib/core/beijing';
import type { Database } from './browser-database';
import { makePaymentLink, placeOrder } from './browser-orders';
import type { Room } from './browser-rooms';
import type { StackInfo } from './browser-settings';
import { addOwner, STAFF_PASSWORD } from './browser-staff';
import { addSubscription } from './browser-subscription';
import { sessionOf } from './carried-cookies';
import { fileCustomer, fileOf } from './migration-files';
import { CashierPages } from './pages-cashier';
import { SignInPages } from './pages-sign-in';
import { wordsOf } from './pages-words';

const beijingMonth = (): string => dayOf(new Date()).slice(0, 7);

/** Every page of a merchant's room, with a migrated customer and a paid order. */
export async function actOutMerchant(
  browser: Browser,
  options: BrowserContextOptions,
  stack: StackInfo,
  database: Database,
): Promise<Room> {
  const { origin } = stack;
  const context = await browser.newContext({ ...options, baseURL: origin, locale: 'zh-CN' });
  const page = await context.newPage();
  const payUrl = await placeOrder(stack);
  const cashier = new CashierPages(page, wordsOf('zh-CN'));
  await page.goto(payUrl);
  await cashier.payByBalance('¥0.01');
  await cashier.expectPaid();
  const [order] = await database.query('SELECT id FROM orders WHERE pay_token = $1', [
    payUrl.split('/').pop(),
  ]);

  await page.goto('/merchant/migrations');
  const staff = await addOwner(database);
  await new SignInPages(page, 'zh-CN').signInAsStaff(staff, STAFF_PASSWORD);
  await expect(page).toHaveURL('/merchant/migrations');
  const customer = fileCustomer({ reference: `scene-${staff}` });
  const buffer = Buffer.from(fileOf([customer, { ...customer, idNo: '1' }]));
  const file = { name: 'kunden.csv', mimeType: 'text/csv', buffer };
  await page.getByLabel(zh.migrations.file).setInputFiles(file);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: zh.migrations.submit }).click();
  await expect(page.getByText(zh.migrations.taken)).toBeVisible();

  await addSubscription(database);
  const link = await makePaymentLink(stack);
  const cookies = await sessionOf(context, origin);
  await context.close();
  return {
    cookies,
    scenes: {
      merchant: `${origin}/merchant`,
      'going live': `${origin}/merchant/going-live`,
      migrations: `${origin}/merchant/migrations`,
      appearance: `${origin}/merchant/appearance`,
      'figures of a month': `${origin}/merchant?days=30`,
      refunds: `${origin}/merchant/refunds`,
      balance: `${origin}/merchant/balance`,
      statements: `${origin}/merchant/statements`,
      'monthly statement': `${origin}/merchant/statements/${beijingMonth()}`,
      withdrawals: `${origin}/merchant/withdrawals`,
      settings: `${origin}/merchant/settings`,
      'refund rules': `${origin}/merchant/refund-policy`,
      orders: `${origin}/merchant/orders`,
      'refund requests': `${origin}/merchant/orders?requests=open`,
      'paid order': `${origin}/merchant/orders/${order?.id}`,
      agreements: `${origin}/merchant/agreements`,
      'payment links': `${origin}/merchant/links`,
      'new payment link': `${origin}/merchant/links/new`,
      'payment link': `${origin}/merchant/links/${link.id}`,
      'payment link on paper': `${origin}/merchant/links/${link.id}/sheet`,
      'payment link as its shopper sees it': link.url,
      signatures: `${origin}/merchant/signatures`,
      members: `${origin}/merchant/members`,
      changes: `${origin}/merchant/changes`,
      keys: `${origin}/merchant/keys`,
      'webhook endpoints': `${origin}/merchant/endpoints`,
      'new webhook endpoint': `${origin}/merchant/endpoints/new`,
      deliveries: `${origin}/merchant/deliveries`,
      'deliveries to send again': `${origin}/merchant/deliveries/resend`,
      'request log': `${origin}/merchant/requests`,
      'not permitted': `${origin}/merchant/not-permitted`,
      subscriptions: `${origin}/merchant/subscriptions`,
      'phone bill statements': `${origin}/merchant/carrier-statements`,
    },
  };
}
