import { test as base, expect } from '../support/browser-fixtures';
import { stackInfo } from '../support/browser-settings';
import { CashierPages } from '../support/pages-cashier';
import { StatusPages } from '../support/pages-status';
import { type StreamFate, startStreamProxy } from '../support/stream-proxy';

const PHONE = {
  'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148',
};
/** Opens the order's code as a phone does that has scanned it: the page of the PC has to show that. */
const scan = (payUrl: string) =>
  fetch(`${payUrl}/phone-scan`, { headers: PHONE, redirect: 'manual' });

const test = base.extend<{ status: StatusPages }>({
  status: async ({ page, locale }, use) => use(new StatusPages(page, locale)),
});

test('the server’s word alone keeps a page true, whatever its own clock says, and what is typed stays', async ({
  page,
  context,
  browser,
  order,
  cashier,
  status,
  words,
  locale,
}) => {
  // An hour behind, and later, with the page open, an hour ahead.
  await page.addInitScript(() => {
    const Real = Date;
    let aheadMs = -3_600_000;
    addEventListener('clock-jumps', () => {
      aheadMs = 3_600_000;
    });
    class Wrong extends Real {
      constructor(...given: ConstructorParameters<typeof Date> | []) {
        super(...((given.length ? given : [Real.now() + aheadMs]) as [number]));
      }
      static override now = () => Real.now() + aheadMs;
    }
    globalThis.Date = Wrong as DateConstructor;
  });
  await page.route('**/status', (route) => route.abort());
  const payUrl = await order();
  await page.goto(payUrl);
  await cashier.expectToChoose('¥0.01');
  await cashier.method('balance').check();
  await cashier.password().fill('123');
  await expect(page.getByRole('timer')).toHaveText(/2[89]:\d\d/);
  await page.evaluate(() => dispatchEvent(new Event('clock-jumps')));
  await scan(payUrl);
  await status.expectStage('scanned');
  await expect(cashier.password()).toHaveValue('123');
  await expect(page.getByRole('timer')).toHaveText(/2[89]:\d\d/);

  // Out of the net, something happens meanwhile, and back.
  await context.setOffline(true);
  const other = await browser.newContext({ locale });
  const tab = await other.newPage();
  const elsewhere = new CashierPages(tab, words);
  await tab.goto(payUrl);
  await elsewhere.payByBalance('¥0.01');
  await elsewhere.expectPaid();
  await context.setOffline(false);
  await cashier.expectPaid();
  await other.close();
});

for (const fate of ['held-back', 'cut'] as StreamFate[]) {
  test(`where a proxy has the stream ${fate} the page asks by itself, and ends paid`, async ({
    page,
    context,
    order,
    cashier,
    status,
    words,
  }) => {
    const proxy = await startStreamProxy(stackInfo().origin, fate);
    const payUrl = await order();
    await page.goto(proxy.through(payUrl));
    await cashier.expectToChoose('¥0.01');
    await expect.poll(proxy.met).toBe(1);
    await scan(payUrl);
    await status.expectStage('scanned');
    const tab = await context.newPage();
    const other = new CashierPages(tab, words);
    await tab.goto(payUrl);
    await other.payByBalance('¥0.01');
    await other.expectPaid();
    await page.bringToFront();
    await cashier.expectPaid();
    await proxy.close();
  });
}

test('out of the net a page stays what it is: nothing that it does by itself takes it away, and a press says that nobody answered', async ({
  page,
  context,
  order,
  cashier,
  status,
  words,
}) => {
  await page.clock.install();
  await page.goto(await order({ amount: 280 }));
  await cashier.payByQuickPass('¥2.80');
  await expect(cashier.qrCode()).toBeVisible();
  await page.evaluate(() => Object.assign(window, { neverLeft: true }));
  await context.setOffline(true);
  // The next code, and then the order's end, are asked for by the page itself.
  await page.clock.fastForward('31:00');
  await page.clock.runFor(6_000);
  const said = page.getByRole('alert').filter({ hasText: words.cashier.offline });
  await expect(said).toHaveCount(1);
  await expect(page.getByText(words.cashier.qr.ended)).toBeVisible();
  await page.getByRole('button', { name: cashier.askLabel() }).click();
  await expect(said).toHaveCount(2);
  await expect(said.last()).toBeFocused();
  await page.clock.runFor(60_000);
  expect(await page.evaluate(() => 'neverLeft' in window)).toBe(true);
  await context.setOffline(false);
  await page.getByRole('button', { name: cashier.askLabel() }).click();
  await expect(
    page.getByRole('status').filter({ hasText: status.say.who.quickpass }),
  ).toBeVisible();
  expect(await page.evaluate(() => 'neverLeft' in window)).toBe(true);
});

test('who goes back to the page finds it as things are now', async ({
  page,
  order,
  cashier,
  status,
}) => {
  const payUrl = await order();
  await page.goto(payUrl);
  await cashier.expectToChoose('¥0.01');
  await page.goto('/demo');
  await scan(payUrl);
  await page.goBack();
  await status.expectStage('scanned');
  // Chromium keeps no page that says no-store; what others do with one is told to followOrder's own test.
  expect(
    await page.evaluate(() => {
      const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return visit?.type;
    }),
  ).toBe('back_forward');
});
