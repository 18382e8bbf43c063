import { randomInt, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-fixtures';
import { askForRefund } from '../support/browser-refund-case';
import { stackInfo } from '../support/browser-settings';
import { planted } from '../support/canaries';
import { fill, type Words } from '../support/pages-words';

const somePhone = (): string => planted('phone', `139${String(randomInt(1e8)).padStart(8, '0')}`);

/** On this much paper: nothing beside it, nothing that can only be pressed, black on white. */
async function expectOnPaper(page: Page, words: Words, printableMm: number): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: Math.floor((printableMm * 96) / 25.4), height: 1_000 });
  const looks = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const heading = document.querySelector('h1');
    return {
      overflow: scrollWidth - clientWidth,
      ground: getComputedStyle(document.body).backgroundColor,
      ink: heading && getComputedStyle(heading).color,
    };
  });
  expect(looks).toEqual({ overflow: 0, ground: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link')).toHaveCount(0);
  await expect(page.getByText(words.receipt.merchantOrderNo)).toBeVisible();
}

/** "226.77 × 841.89": points, as the file says. */
async function pagesOfPdf(page: Page): Promise<string[]> {
  const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...file.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`,
  );
}

async function search(page: Page, words: Words, orderNo: string, tail: string): Promise<void> {
  const { tracker } = words.receipt;
  await page.getByRole('textbox', { name: tracker.orderNo }).fill(orderNo);
  await page.getByRole('textbox', { name: tracker.tail }).fill(tail);
  await page.getByRole('button', { name: tracker.submit }).click();
}

test('a receipt fits its paper, follows refunds, and is found again by order number and phone tail', async ({
  page,
  browser,
  order,
  cashier,
  words,
  database,
}) => {
  const say = words.receipt;
  const phone = somePhone();
  const tail = phone.slice(-4);
  const payUrl = await order({ amount: 680, subject: `${'长'.repeat(100)}LONG-NAME`, phone });
  await page.goto(payUrl);
  await cashier.payByBalance('¥6.80');
  await cashier.expectPaid();
  await page.getByRole('link', { name: say.link }).click();
  await expect(cashier.heading(say.title)).toBeVisible();
  await expect(page.getByText('¥6.80', { exact: true })).toBeVisible();
  await expect(page.getByText(say.zone).first()).toBeVisible();

  const [row] = await database.query(
    'SELECT id, merchant_order_no FROM orders WHERE pay_token = $1',
    [new URL(payUrl).pathname.split('/')[2]],
  );
  const [orderId, orderNo] = [String(row?.id), String(row?.merchant_order_no)];
  await expect(page.getByText(orderId)).toBeVisible();
  expect(await page.title()).toContain(orderNo);

  await askForRefund(stackInfo(), { orderId, amount: 130 });
  await page.reload();
  await expect(page.getByRole('heading', { name: say.refunds.title })).toBeVisible();
  await expect(page.getByText(say.refunds.progress.returned, { exact: true })).toBeVisible();
  await expect(page.getByText(say.refunds.to.balance)).toBeVisible();
  await expect(page.getByText('¥1.30').first()).toBeVisible();

  const screen = page.viewportSize() ?? { width: 360, height: 740 };
  await expectOnPaper(page, words, 174);
  expect(await pagesOfPdf(page)).toEqual(['595 × 842']);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(screen);
  await page.getByRole('link', { name: say.print['80mm'] }).click();
  await expect(page).toHaveURL(/paper=80mm/);
  await expectOnPaper(page, words, 74);
  expect(await pagesOfPdf(page)).toEqual(['227 × 842']);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(screen);

  // Somebody else's browser: the address alone shows nothing, the number and the tail do.
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, locale: 'zh-CN' });
    const other = await context.newPage();
    await other.goto(`/receipt/${orderId}`);
    await expect(other.getByText(say.tracker.over)).toBeVisible();
    await search(other, words, javaScriptEnabled ? orderNo : orderId, tail);
    await expect(other).toHaveURL(new RegExp(`/receipt/${orderId}$`));
    await expect(other.getByText('¥1.30').first()).toBeVisible();
    const html = await other.content();
    expect(html).not.toContain(phone);
    expect(html).not.toContain(`****${tail}`);
    await context.close();
  }
});

test('wrong tails are answered alike, and after five the order’s tracker says when to try again', async ({
  page,
  words,
}) => {
  const { tracker, problem } = words.receipt;
  const number = `T${randomUUID()}`;
  await page.goto('/receipt');
  await expect(page.getByRole('heading', { name: tracker.title })).toBeVisible();
  await search(page, words, number, '12');
  await expect(page.getByRole('textbox', { name: tracker.tail })).toHaveAccessibleDescription(
    new RegExp(problem.tail),
  );
  for (let guess = 0; guess < 5; guess += 1) {
    await search(page, words, number, `000${guess}`);
    await expect(page.getByText(/^没有找到。/)).toBeVisible();
    await page.reload();
  }
  await search(page, words, number, '0009');
  await expect(page.getByText(/^操作太频繁，请在 \d+ 分钟后再试/)).toBeVisible();
  await expect(page.getByText(fill(tracker.noPhone, {}))).toBeVisible();
});
