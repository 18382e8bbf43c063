import type { Page } from '@playwright/test';
import { refusalText } from '@/lib/core/errors';
import { test as base, expect } from '../support/browser-fixtures';
import { makePayer, topUp } from '../support/browser-payer';
import { PhoneBillPages } from '../support/pages-phone-bill';
import { SignInPages } from '../support/pages-sign-in';
import { fill } from '../support/pages-words';
import { somePhone } from '../support/phones';

const [BALANCE, REST] = ['¥2.00', '¥4.00'];

/** Signed in, with ¥2 on the account at the shop, on the page of an order over ¥6. */
const test = base.extend<{ short: { payUrl: string; customer: string } }>({
  short: async ({ page, locale, database, order }, use) => {
    const phone = somePhone();
    await new SignInPages(page, locale).signIn(phone);
    await expect(page).toHaveURL(/\/wallet$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const { reference: customer } = await makePayer(database, phone, 200);
    const payUrl = await order({ amount: 600, customer });
    await page.goto(payUrl);
    await use({ payUrl, customer });
  },
});

const typedIn = (page: Page) =>
  page.locator('input').evaluateAll((fields) =>
    (fields as HTMLInputElement[])
      .filter(({ type }) => type === 'password')
      .map(({ value, defaultValue }) => value + defaultValue)
      .join(''),
  );

test('the balance pays what it has and QuickPass the rest, in one payment of two parts', async ({
  page,
  locale,
  short,
  cashier,
  gateway,
  words,
  database,
}) => {
  const { combine, method } = words.cashier;
  const bill = new PhoneBillPages(page, locale);
  // What is not chosen asks for nothing.
  await expect(cashier.password()).toBeHidden();
  await expect(bill.method()).toBeVisible();
  await cashier.combine(BALANCE).check();
  await expect(cashier.password()).toBeVisible();
  await expect(page.getByText(combine.how)).toBeVisible();
  await expect(bill.method()).toBeHidden();
  await expect(page.getByText(combine.notWith)).toBeVisible();
  await cashier.payByBoth(BALANCE, REST);
  await gateway.expectOpen();
  await expect(page.getByText(/4\.00/).first()).toBeVisible();
  await gateway.pay();
  await gateway.goBack();
  await cashier.expectPaid();
  const paid = fill(combine.paid, { balance: BALANCE, method: method.quickpass.name });
  await expect(page.getByText(paid).first()).toBeVisible();
  expect(
    await database.query(
      `SELECT a.amount_minor::text AS asked, a.balance_minor::text AS held, a.state
         FROM attempts a JOIN orders o ON o.id = a.order_id WHERE o.pay_token = $1`,
      [short.payUrl.split('/').pop()],
    ),
  ).toEqual([{ asked: '400', held: '200', state: 'succeeded' }]);
});

test('left for another way, or declined: the balance is whole again, and it is said', async ({
  page,
  short,
  cashier,
  gateway,
  rail,
  words,
}) => {
  await cashier.payByBoth(BALANCE, REST);
  await gateway.expectOpen();
  await page.goto(short.payUrl);
  await expect(
    page.getByText(fill(words.cashier.combine.held, { balance: BALANCE })),
  ).toBeVisible();
  await cashier.chooseAnotherWay();
  await expect(cashier.combine(BALANCE)).toBeVisible();

  await cashier.payByBoth(BALANCE, REST);
  await gateway.expectOpen();
  await rail.decline((await rail.orderAt(page.url())).orderId);
  const released = page.getByText(fill(words.told.money.released, { balance: BALANCE }));
  const ask = page.getByRole('button', { name: cashier.askLabel() });
  await page.goto(short.payUrl);
  // The channel's notice may have been quicker than the shopper.
  await expect(ask.or(released).first()).toBeVisible();
  if (await ask.isVisible()) await ask.click();
  await expect(released).toBeVisible();
  await expect(cashier.combine(BALANCE)).toBeVisible();
});

test('after three wrong passwords the way to a new one is shown, and no digit stays on the page', async ({
  page,
  short,
  cashier,
  words,
}) => {
  const { password } = words.cashier;
  await expect(page.getByRole('link', { name: password.reset })).toHaveCount(0);
  for (const [code, left] of [
    ['payment_password_wrong', 4],
    ['payment_password_wrong', 3],
    ['payment_password_wrong_again', 2],
  ] as const) {
    await cashier.payByBoth(BALANCE, REST, '918273');
    await expect(cashier.password()).toHaveAccessibleDescription(
      new RegExp(`^${refusalText(code, 'zh-CN', { left })}`),
    );
    await expect(cashier.password()).toBeFocused();
    expect(await typedIn(page)).toBe('');
  }
  await expect(page.getByRole('link', { name: password.reset })).toHaveAttribute(
    'href',
    '/wallet/security/password',
  );
  for (let wrong = 0; wrong < 2; wrong += 1) {
    await cashier.payByBoth(BALANCE, REST, '918273');
    if (wrong === 0) await expect(cashier.password()).toHaveAccessibleDescription(/ 1 /);
  }
  await expect(page.getByRole('alert').filter({ hasText: /\d\d:\d\d/ })).toBeVisible();
  await expect(cashier.password()).toHaveCount(0);
  await expect(page.getByRole('link', { name: password.renew })).toBeVisible();
  expect(page.url()).toBe(short.payUrl);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('whatever is refused, the part stays chosen; the right password pays both', async ({
    page,
    short,
    cashier,
    gateway,
    words,
    database,
  }) => {
    await cashier.payByBoth(BALANCE, REST, '918273');
    await expect(cashier.password()).toHaveAttribute('aria-invalid', 'true');
    await expect(cashier.combine(BALANCE)).toBeChecked();
    await expect(cashier.method('quickpass')).toBeChecked();
    expect(await page.content()).not.toContain('918273');
    // Refused for no field's sake: there is more to pay with than the page has said.
    await topUp(database, short.customer, 100);
    await cashier.payByBoth(BALANCE, REST);
    await expect(page.getByRole('alert')).toContainText(
      refusalText('balance_part_changed', 'zh-CN', {}),
    );
    await expect(cashier.combine('¥3.00')).toBeChecked();
    await cashier.payByBoth('¥3.00', '¥3.00', ' 123-456 ');
    await page
      .getByRole('button', { name: fill(words.cashier.go.button, { amount: '¥3.00' }) })
      .click();
    await gateway.pay();
    await gateway.goBack();
    await cashier.expectPaid();
    expect(page.url()).toContain(short.payUrl);
  });
});
