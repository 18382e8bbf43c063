import { type Browser, type BrowserContextOptions, expect } from '@playwright/test';
import { placeOrder } from './browser-orders';
import type { Room } from './browser-rooms';
import type { StackInfo } from './browser-settings';
import { someCardNo } from './card-numbers';
import { sessionOf } from './carried-cookies';
import { someIdNo } from './id-numbers';
import { CardPages } from './pages-cards';
import { SignInPages } from './pages-sign-in';
import { somePhone } from './phones';

/** Every page about bank cards, for a signed-in shopper who has one and is binding another. */
export async function actOutHolder(
  browser: Browser,
  options: BrowserContextOptions,
  stack: StackInfo,
): Promise<Room> {
  const { origin } = stack;
  const context = await browser.newContext({ ...options, baseURL: origin, locale: 'zh-CN' });
  const page = await context.newPage();
  const [cards, signIn] = [new CardPages(page, 'zh-CN'), new SignInPages(page, 'zh-CN')];
  const [phone, holder] = [somePhone(), { name: '林一帆', idNo: someIdNo() }];

  const bought = await placeOrder(stack, { amount: 330, customer: null });
  await signIn.signIn(phone, `/sign-in?next=${new URL(bought).pathname}`);
  await expect(page).toHaveURL(bought);
  const first = someCardNo();
  await cards.addFirst();
  await cards.bind({ ...holder, cardNo: first, phone });
  await cards.payButton('¥3.30').click();
  await cards.expectPaidBy(first);

  const open = await placeOrder(stack, { amount: 340, customer: null });
  await page.goto(`${open}/cards`);
  const unbind = page.getByRole('link', { name: new RegExp(`^${cards.say.manage.unbind}`) });
  const unbinding = new URL((await unbind.getAttribute('href')) ?? '', origin).href;
  await page.goto(`${open}/cards/new`);
  await cards.fillIn({ ...holder, cardNo: someCardNo('6225'), phone: somePhone() });
  await cards.submit().click();
  await cards.expectCodeAsked();
  const code = page.url();

  const large = await placeOrder(stack, { amount: 120_000, customer: null });
  await page.goto(large);
  await cards.pay(first, '¥1,200.00');
  await cards.expectCodeAsked();

  const cookies = await sessionOf(context, origin);
  await context.close();
  return {
    cookies,
    scenes: {
      'choosing a card': open,
      'own cards': `${open}/cards`,
      'another card': `${open}/cards/new`,
      'the bank’s code': code,
      'a payment’s code': large,
      unbinding,
      terms: `${open}/cards/terms`,
      'paid by card': `${bought}/result`,
    },
  };
}
