import type { Locator, Page } from '@playwright/test';
import status from '@/app/_messages/zh-CN/cashier-status.json';
import { expect, test } from '../support/browser-fixtures';
import { withLongSeconds } from '../support/long-seconds';

/** Presses Tab until the element has the focus; a keyboard has no other way to get there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 25; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} cannot be reached with the Tab key`);
}

test('a payment needs nothing but a keyboard', async ({ page, order, cashier, words, shop }) => {
  await withLongSeconds(page);
  await page.goto(await order({ returns: true }));
  await tabTo(page, cashier.method('balance'));
  await page.keyboard.press('ArrowDown');
  await expect(cashier.method('quickpass')).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await tabTo(page, cashier.password());
  await page.keyboard.type('123456');
  await page.keyboard.press('Enter');
  await cashier.expectPaid();
  // Time enough to read: what would lead back by itself is stopped.
  await tabTo(page, page.getByRole('button', { name: status.back.stay }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: words.cashier.backToMerchant }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/demo\?/);
  await tabTo(page, page.getByRole('button', { name: words.goods.coins }));
  await expect(shop.status()).toHaveCount(0);
});

test('a wrong password is said beside its field, which has the focus again', async ({
  page,
  order,
  cashier,
}) => {
  await page.goto(await order());
  await cashier.payByBalance('¥0.01', '12345');
  await expect(cashier.password()).toBeFocused();
  await expect(cashier.password()).toHaveAccessibleDescription(/6/);
  await expect(cashier.password()).toHaveValue('');
});
