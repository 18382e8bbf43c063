import { type BrowserContext, devices } from '@playwright/test';
import { test as base, expect } from '../support/browser-fixtures';
import { CashierPages } from '../support/pages-cashier';
import { GatewayPages } from '../support/pages-gateway';
import { StatusPages } from '../support/pages-status';
import { fill } from '../support/pages-words';

const test = base.extend<{ status: StatusPages; phone: BrowserContext }>({
  status: async ({ page, locale }, use) => use(new StatusPages(page, locale)),
  phone: async ({ browser, baseURL, locale }, use) => {
    const { userAgent, viewport } = devices['Pixel 7'];
    const phone = await browser.newContext({
      userAgent,
      viewport,
      baseURL,
      locale,
      isMobile: true,
    });
    await use(phone);
    await phone.close();
  },
});

test('a PC shows that a phone has scanned its code, pays and has paid, each by itself', async ({
  page,
  phone,
  order,
  cashier,
  status,
  words,
  locale,
  database,
}) => {
  // A price that phone bills have, so that the PC has a way which only a phone can go.
  const payUrl = await order({ amount: 500 });
  await page.goto(payUrl);
  await page.getByRole('link', { name: words.cashier.elsewhere.phone }).first().click();
  await expect(page.getByRole('img', { name: status.say.handoff.code })).toBeVisible();
  await expect(status.progress()).toHaveCount(0);

  const handset = await phone.newPage();
  const onPhone = new CashierPages(handset, words);
  await handset.goto(`${payUrl}/phone-scan`);
  await onPhone.expectToChoose('¥5.00');
  await status.expectStage('scanned');
  await expect(new StatusPages(handset, locale).progress()).toHaveCount(0);

  await onPhone.payByQuickPass('¥5.00');
  await status.expectStage('paying');
  await expect(cashier.heading(words.cashier.waiting.elsewhere)).toBeVisible();
  await expect(cashier.password()).toHaveCount(0);

  await new GatewayPages(handset, words).pay();
  await status.expectStage('paid');
  await cashier.expectPaid();
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
});

test('what is begun on a phone may be taken over on the PC, and is paid once', async ({
  page,
  phone,
  order,
  cashier,
  status,
  words,
  database,
}) => {
  const payUrl = await order({ amount: 470 });
  const handset = await phone.newPage();
  const onPhone = new CashierPages(handset, words);
  await handset.goto(payUrl);
  await onPhone.payByQuickPass('¥4.70');
  await expect(onPhone.gatewayConfirm()).toBeVisible();

  await page.goto(payUrl);
  await expect(cashier.heading(words.cashier.waiting.elsewhere)).toBeVisible();
  // Without a scan of this screen's code there is nothing to tell of it.
  await expect(status.progress()).toHaveCount(0);
  await page.getByRole('button', { name: words.cashier.waiting.askNow }).click();
  await expect(
    page.getByText(fill(status.say.asked.unpaid, { who: status.say.who.quickpass })),
  ).toBeVisible();
  await page.getByRole('button', { name: status.say.elsewhere.here }).click();
  await cashier.expectToChoose('¥4.70');
  await cashier.payByBalance('¥4.70');
  await cashier.expectPaid();
  await handset.goto(payUrl);
  await onPhone.expectPaid();
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
});

test('two ways in two tabs: the second one is held off while the first is under way, and both show it', async ({
  page,
  context,
  order,
  cashier,
  words,
  database,
}) => {
  const payUrl = await order({ amount: 480 });
  const tab = await context.newPage();
  // A tab that hears nothing any more.
  await tab.route(/\/(events|status)$/, (route) => route.abort());
  const stale = new CashierPages(tab, words);
  await tab.goto(payUrl);
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥4.80');
  await expect(cashier.qrCode()).toBeVisible();
  await stale.payByBalance('¥4.80');
  await expect(stale.qrCode()).toBeVisible();
  const attempts = await database.attempts(payUrl);
  expect(attempts.map(({ state }) => state)).toEqual(['waiting']);
  await cashier.chooseAnotherWay();
  await cashier.payByBalance('¥4.80');
  await cashier.expectPaid();
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
});
