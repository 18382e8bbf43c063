import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browser-fixtures';
import { type Post, watchPosts } from '../support/browser-posts';
import { CashierPages, PAYMENT_PASSWORD } from '../support/pages-cashier';

/** Sends a form that the page has sent once more, as a network that repeats it would; answers where it leads. */
async function repeat(page: Page, payUrl: string, { headers, body }: Post): Promise<string> {
  const { origin } = new URL(payUrl);
  const answer = await page.request.post(payUrl, {
    headers: { ...headers, origin },
    data: body,
    maxRedirects: 0,
  });
  const { location, 'x-action-redirect': byScript } = answer.headers();
  return byScript ?? location ?? `${answer.status()}: ${(await answer.text()).slice(0, 500)}`;
}

/** Presses in both tabs at one moment, before one hears of the other's press. */
async function pressBoth(buttons: Locator[]): Promise<void> {
  const handles = await Promise.all(buttons.map((button) => button.elementHandle()));
  await Promise.all(handles.map((button) => button?.evaluate((it) => (it as HTMLElement).click())));
}

test('Enter and two clicks in one moment send the form once and charge once', async ({
  page,
  order,
  cashier,
  database,
}) => {
  const payUrl = await order();
  const posts = await watchPosts(page);
  await page.goto(payUrl);
  await cashier.method('balance').check();
  await cashier.password().fill(PAYMENT_PASSWORD);
  const button = await cashier.payButton('balance', '¥0.01').elementHandle();
  // All of it before the page can draw itself again.
  await cashier.password().evaluate((field: HTMLInputElement, press) => {
    field.form?.requestSubmit();
    (press as HTMLElement).click();
    (press as HTMLElement).click();
  }, button);
  await cashier.expectPaid();
  expect(posts).toHaveLength(1);
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
});

test('a press whose answer is lost says so, and pressed again it goes on with the same payment', async ({
  page,
  order,
  cashier,
  gateway,
  words,
  database,
}) => {
  const payUrl = await order({ amount: 610 });
  // The server does its part; what it says never arrives.
  await watchPosts(page, { loseFirst: true });
  // Nor does the page hear of it in any other way.
  for (const news of ['**/events', '**/status']) await page.route(news, (route) => route.abort());
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥6.10');
  await expect.poll(async () => (await database.attempts(payUrl)).length).toBe(1);
  await expect(page.getByText(words.cashier.pay.offline)).toBeVisible();
  await cashier.payButton('quickpass', '¥6.10').click();
  await gateway.expectOpen();
  await page.unrouteAll();
  await gateway.pay();
  await gateway.goBack();
  await cashier.expectPaid();
  expect(await database.attempts(payUrl)).toHaveLength(1);
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('one and the same form, sent three times to the server, is one payment', async ({
      page,
      order,
      cashier,
      database,
    }) => {
      const payUrl = await order({ amount: 620 });
      const posts = await watchPosts(page);
      await page.goto(payUrl);
      await cashier.payByQuickPass('¥6.20');
      await expect.poll(() => posts.length).toBe(1);
      const [post] = posts;
      if (!post) throw new Error('nothing was sent');
      const again = [repeat(page, payUrl, post), repeat(page, payUrl, post)];
      for (const leadsTo of await Promise.all(again)) {
        expect(leadsTo).toMatch(/\/pay\/[\w-]{43}/);
      }
      expect(await database.attempts(payUrl)).toHaveLength(1);
    });
  });
}

test('back from the paid page there is nothing left to pay', async ({
  page,
  order,
  cashier,
  database,
}) => {
  const payUrl = await order();
  await page.goto(payUrl);
  await cashier.payByBalance('¥0.01');
  await cashier.expectPaid();
  await page.goBack();
  await cashier.expectPaid();
  await expect(cashier.payButton('balance', '¥0.01')).toHaveCount(0);
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
});

test('after a payment that failed, back on the page another one pays', async ({
  page,
  order,
  rail,
  cashier,
  gateway,
  database,
}) => {
  const payUrl = await order({ amount: 630 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥6.30');
  await gateway.expectOpen();
  const { orderId } = await rail.orderAt(page.url());
  await rail.decline(orderId);
  await page.goto(payUrl);
  await cashier.askUntilToChoose('¥6.30');
  await cashier.payByBalance('¥6.30');
  await cashier.expectPaid();
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
  const states = (await database.attempts(payUrl)).map(({ state }) => state).sort();
  expect(states).toEqual(['failed', 'succeeded']);
});

test('pressing pay in two tabs at once charges once, and both tabs say paid', async ({
  context,
  order,
  words,
  database,
}) => {
  const payUrl = await order();
  const tabs = await Promise.all([context.newPage(), context.newPage()]);
  const cashiers = tabs.map((tab) => new CashierPages(tab, words));
  await Promise.all(tabs.map((tab) => tab.goto(payUrl)));
  for (const cashier of cashiers) await cashier.password().fill(PAYMENT_PASSWORD);
  await pressBoth(cashiers.map((cashier) => cashier.payButton('balance', '¥0.01')));
  await Promise.all(cashiers.map((cashier) => cashier.expectPaid()));
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
});

test('QuickPass started in two tabs is one payment at the channel', async ({
  context,
  order,
  words,
  database,
}) => {
  const payUrl = await order({ amount: 230 });
  const tabs = await Promise.all([context.newPage(), context.newPage()]);
  const cashiers = tabs.map((tab) => new CashierPages(tab, words));
  await Promise.all(tabs.map((tab) => tab.goto(payUrl)));
  await Promise.all(cashiers.map((cashier) => cashier.method('quickpass').check()));
  await pressBoth(cashiers.map((cashier) => cashier.payButton('quickpass', '¥2.30')));
  for (const cashier of cashiers) {
    const confirm = cashier.gatewayConfirm();
    // The second press may find the first one's attempt before its form is there: it can go on then.
    const there = confirm.or(cashier.qrCode());
    await expect(there.or(cashier.continueButton())).toBeVisible();
    if (await cashier.continueButton().isVisible()) await cashier.continueButton().click();
    await expect(there).toBeVisible();
  }
  expect(await database.attempts(payUrl)).toHaveLength(1);
});
