import { type Browser, type BrowserContextOptions, expect } from '@playwright/test';
import zh from '@/app/_messages/zh-CN/merchant.json';
import type { Database } from './browser-database';
import { placeOrder } from './browser-orders';
import type { Room } from './browser-rooms';
import type { StackInfo } from './browser-settings';
import { addStaff, STAFF_PASSWORD } from './browser-staff';
import { sessionOf } from './carried-cookies';
import { fileCustomer, fileOf } from './migration-files';
import { CashierPages } from './pages-cashier';
import { SignInPages } from './pages-sign-in';
import { wordsOf } from './pages-words';

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
  const staff = await addStaff(database, 'merchant');
  await new SignInPages(page, 'zh-CN').signInAsStaff(staff, STAFF_PASSWORD);
  await expect(page).toHaveURL('/merchant/migrations');
  const customer = fileCustomer({ reference: `scene-${staff}` });
  const buffer = Buffer.from(fileOf([customer, { ...customer, idNo: '1' }]));
  const file = { name: 'kunden.csv', mimeType: 'text/csv', buffer };
  await page.getByLabel(zh.migrations.file).setInputFiles(file);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: zh.migrations.submit }).click();
  await expect(page.getByText(zh.migrations.taken)).toBeVisible();

  const cookies = await sessionOf(context, origin);
  await context.close();
  return {
    cookies,
    scenes: {
      merchant: `${origin}/merchant`,
      migrations: `${origin}/merchant/migrations`,
      orders: `${origin}/merchant/orders`,
      'paid order': `${origin}/merchant/orders/${order?.id}`,
      agreements: `${origin}/merchant/agreements`,
    },
  };
}
