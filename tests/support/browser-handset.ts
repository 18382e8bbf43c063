import type { Browser, BrowserContextOptions } from '@playwright/test';
import { placeOrder } from './browser-orders';
import { Rail } from './browser-rail';
import type { Room } from './browser-rooms';
import type { StackInfo } from './browser-settings';
import { CashierPages } from './pages-cashier';
import { PhonePages } from './pages-phone';
import { wordsOf } from './pages-words';

/** The pages around a payment in the 云闪付 app, as a merchant's app has them; the app itself stays silent. */
export async function actOutHandset(
  browser: Browser,
  options: BrowserContextOptions,
  stack: StackInfo,
): Promise<Room> {
  const { origin, sandboxOrigin } = stack;
  const context = await browser.newContext({ ...options, baseURL: origin, locale: 'zh-CN' });
  const page = await context.newPage();
  const cashier = new CashierPages(page, wordsOf('zh-CN'));
  await new PhonePages(page, 'zh-CN').choose('installed-in');
  // One for each screen.
  const amount = options.isMobile ? 351 : 352;
  await new Rail(sandboxOrigin).scriptAmount(amount, { host: 'silent' });
  const launched = await placeOrder(stack, { amount });
  await page.goto(launched);
  await cashier.payByQuickPass(`¥${amount / 100}`);
  await page.waitForURL(/\/go$/);
  await context.close();
  return {
    cookies: [
      { name: 'demo_phone', value: 'installed-in', url: origin },
      { name: 'cashier_host', value: 'logged-in.direct', url: `${origin}/pay` },
    ],
    scenes: {
      'choosing in an app': await placeOrder(stack),
      'payment in the app': `${launched}/go`,
    },
  };
}
