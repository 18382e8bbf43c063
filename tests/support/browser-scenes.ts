import type { Browser, BrowserContextOptions } from '@playwright/test';
import type { Database } from './browser-database';
import { placeOrder } from './browser-orders';
import type { StackInfo } from './browser-settings';
import { CashierPages } from './pages-cashier';
import { GatewayPages } from './pages-gateway';
import { ShopPages } from './pages-shop';
import { wordsOf } from './pages-words';

/** Every page that a shopper can come to, by name, with something real on it. */
export type Scenes = Record<string, string>;

/** Acts out what it takes to have each page, once, in a browser of its own. */
export async function actOutScenes(
  browser: Browser,
  options: BrowserContextOptions,
  stack: StackInfo,
  database: Database,
): Promise<Scenes> {
  const words = wordsOf('zh-CN');
  const context = await browser.newContext({ ...options, baseURL: stack.origin, locale: 'zh-CN' });
  const page = await context.newPage();
  const [shop, cashier] = [new ShopPages(page, words), new CashierPages(page, words)];

  await shop.open();
  await shop.buy('test');
  await cashier.expectToChoose('¥0.01');
  const paid = page.url();
  await cashier.payByBalance('¥0.01');
  await cashier.expectPaid();
  await cashier.returnToShop();
  await shop.expectNotified();
  const shopOrder = page.url();

  const waiting = await placeOrder(stack, { amount: 310 });
  await page.goto(waiting);
  await cashier.payByQuickPass('¥3.10');
  await new GatewayPages(page, words).expectOpen();

  const left = await placeOrder(stack, { amount: 320 });
  await page.goto(left);
  await cashier.payByQuickPass('¥3.20');
  await new GatewayPages(page, words).expectOpen();
  await page.goto(left);
  await cashier.chooseAnotherWay();
  await cashier.expectToChoose('¥3.20');
  await context.close();

  const token = (payUrl: string) => payUrl.split('/').pop();
  // The code stays while others look at it.
  await database.query(
    `UPDATE attempts a SET payable_until = o.expires_at FROM orders o
      WHERE o.id = a.order_id AND o.pay_token = $1`,
    [token(waiting)],
  );
  const [expired, closed] = [await placeOrder(stack), await placeOrder(stack)];
  await database.query(
    `UPDATE orders SET expires_at = now() - interval '1 minute' WHERE pay_token = $1`,
    [token(expired)],
  );
  await database.query(`UPDATE orders SET state = 'closed' WHERE pay_token = $1`, [token(closed)]);
  return {
    'start page': `${stack.origin}/`,
    'demo shop': `${stack.origin}/demo`,
    'shop’s order': shopOrder,
    'sign-in': `${stack.origin}/sign-in`,
    subscriptions: `${stack.origin}/subscriptions`,
    choosing: await placeOrder(stack),
    'choosing, unknown shopper': await placeOrder(stack, { customer: null }),
    'choosing again': left,
    waiting,
    // A phone would be gone from there at once.
    ...(options.isMobile ? {} : { 'code to scan': `${waiting}/go` }),
    paid: `${paid}/result`,
    expired,
    closed,
    'unknown order': `${stack.origin}/pay/${'x'.repeat(43)}`,
    'refused link': `${stack.origin}/pay?merchant=mer_hemu`,
    'no such page': `${stack.origin}/nowhere`,
  };
}
