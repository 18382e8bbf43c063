import type { Page } from '@playwright/test';
import { refusalText } from '@/lib/core/errors';
import { expect, test } from '../support/browser-fixtures';
import { makePayer } from '../support/browser-payer';
import { stackInfo } from '../support/browser-settings';
import { codeOnHandset } from '../support/handset';
import { PAYMENT_PASSWORD } from '../support/pages-cashier';
import { SignInPages } from '../support/pages-sign-in';
import { fill } from '../support/pages-words';
import { somePhone } from '../support/phones';

async function signedIn(page: Page, locale: string | undefined, phone: string) {
  const signIn = new SignInPages(page, locale);
  await signIn.signIn(phone);
  // Home, and there for good: the next page must not be overtaken by this one.
  await expect(page).toHaveURL(/\/wallet$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return signIn;
}

const codeOf = (phone: string) => codeOnHandset(stackInfo().sandboxOrigin, phone);

test('crossing ¥1,000 on a day asks the signed-in owner for a code, before anything is pressed', async ({
  page,
  locale,
  order,
  cashier,
  database,
  words,
}) => {
  const phone = somePhone();
  const signIn = await signedIn(page, locale, phone);
  const { reference } = await makePayer(database, phone);

  await page.goto(await order({ amount: 90_000, customer: reference }));
  await cashier.method('balance').check();
  await expect(cashier.code()).toHaveCount(0);
  await cashier.payByBalance('¥900.00');
  await cashier.expectPaid();

  await page.goto(await order({ amount: 10_001, customer: reference }));
  await expect(cashier.code()).toBeVisible();
  await signIn.expectFit();
  await cashier.payByBalance('¥100.01');
  await expect(cashier.code()).toHaveAccessibleDescription(
    `${refusalText('code_required', 'zh-CN')}。${words.told.money.not_taken_now}`,
  );
  await expect(cashier.code()).toBeFocused();
  await cashier.sendCode();
  await signIn.expectFit();
  // What was typed is gone with the press, the password as well.
  await expect(cashier.password()).toHaveValue('');
  await cashier.password().fill(PAYMENT_PASSWORD);
  await cashier.code().fill(await codeOf(phone));
  await cashier.payButton('balance', '¥100.01').click();
  await cashier.expectPaid();
});

test('Enter in the password pays and never sends a code', async ({
  page,
  locale,
  order,
  cashier,
  database,
}) => {
  const phone = somePhone();
  await signedIn(page, locale, phone);
  const { reference, userId } = await makePayer(database, phone);
  await page.goto(await order({ amount: 100_001, customer: reference }));
  await cashier.password().fill('000000');
  await cashier.password().press('Enter');
  await expect(cashier.code()).toHaveAttribute('aria-invalid', 'true');
  const sent = 'SELECT FROM confirmation_codes WHERE user_id = $1';
  expect(await database.query(sent, [userId])).toEqual([]);
});

test('what is over the day’s limit is said once with what is left, and may be paid together with another way', async ({
  page,
  locale,
  words,
  order,
  cashier,
  database,
}) => {
  const phone = somePhone();
  await signedIn(page, locale, phone);
  const { reference } = await makePayer(database, phone);
  await page.goto(await order({ amount: 500_001, customer: reference }));
  const why = fill(words.cashier.reason.day_limit_exceeded, { today: '¥5,000.00' });
  // Beside the choice to pay a part of it, and not once more among the ways that cannot be used.
  await expect(page.getByText(why)).toHaveCount(1);
  await expect(cashier.combine('¥5,000.00').and(page.getByLabel(why))).toBeVisible();
  await expect(cashier.method('balance')).toHaveCount(0);
  await expect(cashier.method('quickpass')).toBeChecked();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a shopper who is not signed in hears of the code after the password, and pays with it', async ({
    page,
    locale,
    order,
    cashier,
    database,
    context,
  }) => {
    const phone = somePhone();
    await signedIn(page, locale, phone);
    const { reference } = await makePayer(database, phone);
    await context.clearCookies();

    await page.goto(await order({ amount: 100_001, customer: reference }));
    await expect(cashier.code()).toHaveCount(0);
    await cashier.payByBalance('¥1,000.01');
    await expect(cashier.code()).toHaveAttribute('aria-invalid', 'true');
    await cashier.sendCode();
    await cashier.password().fill(PAYMENT_PASSWORD);
    await cashier.code().fill(await codeOf(phone));
    await cashier.payButton('balance', '¥1,000.01').click();
    await cashier.expectPaid();
  });
});
