import type { Browser, BrowserContextOptions } from '@playwright/test';
import { placeOrder } from './browser-orders';
import type { Room } from './browser-rooms';
import type { StackInfo } from './browser-settings';
import { PhoneBillPages } from './pages-phone-bill';
import { fill } from './pages-words';
import { phoneNumber } from './phone-numbers';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';

/** Every page of paying by phone bill. Those before the payment open on a phone only. */
export async function actOutPhoneBill(
  browser: Browser,
  options: BrowserContextOptions,
  stack: StackInfo,
): Promise<Room> {
  const { origin } = stack;
  const context = await browser.newContext({
    ...{ ...options, baseURL: origin, locale: 'zh-CN', userAgent: ANDROID },
  });
  const page = await context.newPage();
  const bill = new PhoneBillPages(page, 'zh-CN');
  const order = () => placeOrder(stack, { amount: 600, customer: null });

  const phone = phoneNumber();
  const paid = await order();
  await page.goto(`${paid}/phone`);
  await bill.askForCode(phone, '¥6.00');
  await bill.giveCode(phone, '¥6.00');
  await bill.expectPaidBy(phone, 'cmcc');

  const coded = await order();
  await page.goto(`${coded}/phone`);
  await bill.askForCode(phoneNumber(), '¥6.00');

  const carrier = bill.carriers.carrier.cbn;
  const away = await order();
  await page.goto(`${away}/phone`);
  await bill.enter(phoneNumber({ carrier: 'cbn' }));
  await bill.consent().check();
  await bill.button(fill(bill.say.submit.wap, { carrier, amount: '¥6.00' })).click();
  await page.waitForURL(/\/go$/);

  const checked = await order();
  await page.goto(`${checked}/phone`);
  await bill.enter(phoneNumber());
  await bill.consent().waitFor();
  const carried = await context.cookies(`${origin}/pay`);
  await context.close();
  const monthly = await placeOrder(stack, {
    ...{ amount: 1_500, customer: null, subscription: 'natural_month' },
  });
  return {
    cookies: carried
      .filter(({ name }) => name === 'cashier_phone')
      .map(({ name, value }) => ({ name, value, url: `${origin}/pay` })),
    scenes: {
      'the carrier’s code': coded,
      'to the carrier’s page': `${away}/go`,
      'paid by phone bill': `${paid}/result`,
      'terms of phone bills': `${checked}/phone/terms`,
      ...(options.isMobile
        ? {
            'phone number': `${await order()}/phone`,
            'phone number, renewing': `${monthly}/phone`,
            'phone looked up': `${checked}/phone`,
          }
        : { 'renewing, on a PC': monthly }),
    },
  };
}
