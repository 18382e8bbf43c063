import type { Page } from '@playwright/test';
import en from '../../app/_messages/en/docs.json';
import zh from '../../app/_messages/zh-CN/docs.json';
import { axeSays, chineseOn, scrollsSideways } from '../support/browser-checks';
import { expect, test } from '../support/browser-fixtures';

const tab = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).first();

test('a program of the documentation is copied by a press, and read in another language by a key', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/docs');
  const shop = page.locator('figure[data-file="shop.mjs"]');
  await shop.getByRole('button', { name: zh.code.copy }).click();
  await expect(shop.getByRole('status')).toHaveText(zh.code.copied);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await shop.locator('code').textContent());

  await page.getByRole('link', { name: zh.tags.orders, exact: true }).click();
  await expect(page).toHaveURL('/docs/api/orders');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(zh.tags.orders);
  const python = page.locator('[data-tab="python"]').first();
  await expect(python).toBeHidden();
  await tab(page, 'curl').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(python).toBeVisible();
  await expect(page.locator('[data-tab="curl"]').first()).toBeHidden();
  // An error's own address leads to its line.
  await page.getByRole('link', { name: 'order_conflict' }).first().click();
  await expect(page.locator('tr:target')).toContainText('order_conflict');
});

test('the life of an order is told in words to those who cannot see its picture', async ({
  page,
}) => {
  await page.goto('/docs/orders');
  const { states, events, sentence, pictureTitle } = zh.orderLife;
  const told = sentence
    .replace('{from}', states.open)
    .replace('{event}', events.pay)
    .replace('{to}', states.paid);
  const picture = page.getByRole('img', { name: pictureTitle });
  await expect(picture).toHaveAccessibleDescription(new RegExp(told));
});

test.describe('without JavaScript, in English, on a narrow dark screen', () => {
  test.use({
    javaScriptEnabled: false,
    locale: 'en',
    colorScheme: 'dark',
    viewport: { width: 360, height: 740 },
  });

  test('the way to the other pages unfolds, and programs can be chosen', async ({ page }) => {
    await page.goto('/docs');
    const webhooks = page.getByRole('link', { name: en.topics.webhooks, exact: true });
    await expect(webhooks).toBeHidden();
    await page.getByText(en.menu).click();
    await webhooks.click();
    await expect(page).toHaveURL('/docs/webhooks');
    await expect(page.getByRole('button', { name: en.code.copy })).toHaveCount(0);
    await tab(page, 'Go').check({ force: true });
    await expect(page.locator('[data-tab="go"]')).toBeVisible();
    await expect(page.locator('[data-tab="node"]')).toBeHidden();
  });
});

// Pages of one make need one look of axe, which takes seconds for a page of programs.
const LOOKS = [
  {
    locale: 'zh-CN',
    colorScheme: 'light',
    nav: zh.nav,
    axe: ['/docs', '/docs/test-mode', '/docs/switching', '/docs/errors', '/docs/api'],
  },
  {
    locale: 'en',
    colorScheme: 'dark',
    nav: en.nav,
    axe: ['/docs/orders', '/docs/signatures', '/docs/going-live', '/docs/api/balances'],
  },
] as const;

for (const { locale, colorScheme, nav, axe } of LOOKS) {
  test.describe(`in ${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme, viewport: { width: 360, height: 740 } });

    test('every page of the documentation fits its width in one language, and each make of page passes axe', async ({
      page,
    }) => {
      await page.goto('/docs');
      const hrefs = await page
        .locator(`nav[aria-label="${nav}"] a`)
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(hrefs.length).toBeGreaterThan(15);
      expect(hrefs).toEqual(expect.arrayContaining([...axe]));
      const found: string[] = [];
      for (const href of hrefs) {
        await page.goto(href);
        const problems = axe.some((one) => one === href) ? await axeSays(page) : [];
        found.push(...problems.map((problem) => `${href}: ${problem}`));
        if (await scrollsSideways(page)) found.push(`${href}: wider than the screen`);
        const chinese = locale === 'en' ? await chineseOn(page, /中文/g) : [];
        found.push(...chinese.map((words) => `${href}: ${words}`));
      }
      expect(found).toEqual([]);
    });
  });
}
