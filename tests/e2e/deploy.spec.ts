import path from 'node:path';
import type { Page } from '@playwright/test';
import { refusalText } from '@/lib/core/errors';
import { fromTestRun } from '../support/cluster';
import { deployAgain } from '../support/next-deploy';
import { withOwnStack } from '../support/own-stack';
import { CashierPages } from '../support/pages-cashier';

// What is deployed here is deployed for nobody else.
const test = withOwnStack('deploy');
const { expect } = test;

/** Marks the document that the browser holds now: a page that has been loaded anew has no mark. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { drawnBefore: true }));
const isMarked = (page: Page) => page.evaluate(() => 'drawnBefore' in window);

test('pages drawn before a deploy pay after it, once: with JavaScript, without, and by QuickPass', async ({
  page,
  context,
  browser,
  stack,
  order,
  cashier,
  gateway,
  words,
  database,
}) => {
  test.setTimeout(240_000);
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const [noScript, byQuickPass] = [await plain.newPage(), await context.newPage()];
  const urls = [await order({ amount: 510 }), await order({ amount: 520 })];
  const quickpass = await order({ amount: 530 });
  await page.goto(urls[0] ?? '');
  await noScript.goto(urls[1] ?? '');
  await byQuickPass.goto(quickpass);
  await Promise.all([page, byQuickPass].map(mark));

  await stack.killApp('SIGTERM');
  await stack.startApp({}, deployAgain(path.join(fromTestRun('CASHIER_TEST_DIR'), 'deploy')));

  expect(await isMarked(page)).toBe(true);
  await cashier.payByBalance('¥5.10');
  await cashier.expectPaid();
  const withoutScript = new CashierPages(noScript, words);
  await withoutScript.payByBalance('¥5.20');
  await withoutScript.expectPaid();
  for (const url of urls) expect(await database.booked(url)).toEqual({ paid: 1, returned: 0 });

  expect(await isMarked(byQuickPass)).toBe(true);
  await new CashierPages(byQuickPass, words).payByQuickPass('¥5.30');
  await expect(new CashierPages(byQuickPass, words).gatewayConfirm()).toBeVisible();
  await page.goto(byQuickPass.url());
  await gateway.pay();
  await gateway.goBack();
  await cashier.expectPaid();
  expect(await database.booked(quickpass)).toEqual({ paid: 1, returned: 0 });
  expect(await database.attempts(quickpass)).toHaveLength(1);
  await plain.close();
});

/** Posts of the page go to a form that the app does not have: as from a page of before it was renamed. */
async function asIfRenamed(page: Page, address = '**/pay/*'): Promise<void> {
  await page.route(address, async (route) => {
    const request = route.request();
    if (request.method() !== 'POST') return route.continue();
    const headers = request.headers();
    const id = headers['next-action'];
    const other = (text: string) => `${text.slice(0, -4)}0000`;
    if (id !== undefined) {
      return route.continue({ headers: { ...headers, 'next-action': other(id) } });
    }
    const posted = (request.postData() ?? '').replace(/(?<="id":")\w+/, other);
    return route.continue({ postData: posted });
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a form that is gone since leads to the order, says that nothing was taken, and another press pays', async ({
      page,
      order,
      cashier,
      words,
      database,
    }) => {
      const payUrl = await order({ amount: 540 });
      await page.goto(payUrl);
      await asIfRenamed(page);
      await cashier.payByBalance('¥5.40');
      await expect(page.getByText(words.cashier.pageUpdated.title)).toBeVisible();
      await expect(page.getByText(words.cashier.pageUpdated.body)).toBeVisible();
      expect(await database.booked(payUrl)).toEqual({ paid: 0, returned: 0 });
      await page.unroute('**/pay/*');
      // It is about that press alone: the next one has an answer of its own.
      await cashier.payByBalance('¥5.40', '918273');
      await expect(cashier.password()).toHaveAccessibleDescription(
        new RegExp(refusalText('payment_password_wrong', 'zh-CN', { left: 4 })),
      );
      await expect(page.getByText(words.cashier.pageUpdated.title)).toHaveCount(0);
      await cashier.payByBalance('¥5.40');
      await cashier.expectPaid();
      expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
    });

    test('a search for a receipt by a form that is gone since says that nothing was looked for', async ({
      page,
      order,
      words,
    }) => {
      const { tracker } = words.receipt;
      await page.goto(new URL('/receipt', await order()).href);
      await asIfRenamed(page, '**/receipt');
      await page.getByLabel(tracker.orderNo).fill('A-1');
      await page.getByLabel(tracker.tail).fill('8000');
      await page.getByRole('button', { name: tracker.submit }).click();
      await expect(page.getByText(tracker.updated)).toBeVisible();
      await expect(page.getByLabel(tracker.orderNo)).toBeVisible();
    });
  });
}
