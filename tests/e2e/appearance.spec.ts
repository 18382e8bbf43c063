import type { Page } from '@playwright/test';
import common from '../../app/_messages/zh-CN/common.json';
import zh from '../../app/_messages/zh-CN/merchant.json';
import { addContractedMerchant } from '../support/browser-merchant';
import { addMerchantMember } from '../support/browser-staff';
import { png } from '../support/pictures';
import { expect, test } from '../support/sign-in-fixtures';

const words = zh.appearance;

const choose = (page: Page, buffer: Buffer) =>
  page
    .getByLabel(words.logo.file)
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer });

const send = (page: Page) =>
  page.getByRole('button', { name: new RegExp(`${words.logo.submit}|${words.logo.replace}`) });

const accentOf = (page: Page) =>
  page
    .locator('.accented')
    .first()
    .evaluate((frame) => getComputedStyle(frame).getPropertyValue('--accent-light'));

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('a merchant’s picture and colour are seen on its shoppers’ page; a wrong file is refused in words', async ({
  page,
  database,
  signIn,
  order,
  browser,
}) => {
  const { merchantId, apiKey } = await addContractedMerchant(database, ['api_wap', 'qr']);
  await page.goto('/merchant/appearance');
  await signIn.signInAsMember(await addMerchantMember(database, 'owner', { merchantId }));
  await expect(page).toHaveURL('/merchant/appearance');
  const told = page.getByRole('main').getByRole('alert');
  await choose(page, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  await send(page).click();
  await expect(told).toContainText(signIn.refusal('logo_unreadable'));
  await choose(page, png(30, 30));
  await send(page).click();
  await expect(told).toContainText('30×30');
  await choose(page, Buffer.alloc(200_000, 1));
  await send(page).click();
  await expect(told).toContainText('64 kB');
  await choose(page, png(96, 96, { salt: 'appearance' }));
  await send(page).click();
  await expect(page.getByText(words.done.logo)).toBeVisible();

  const colour = page.getByLabel(words.colour.label, { exact: true });
  await colour.fill('yellow');
  await page.getByRole('button', { name: words.colour.save }).click();
  await expect(page.getByText(words.colour.problem)).toBeVisible();
  await colour.fill('#FFD100');
  // Black on this yellow, as it is drawn before anything is kept.
  await expect(page.getByRole('region', { name: words.colour.light })).toContainText('12.2 : 1');
  await signIn.expectFit();
  await page.getByRole('button', { name: words.colour.save }).click();
  await expect(page.getByText(words.done.colour)).toBeVisible();

  const shopper = await browser.newPage();
  const picture = shopper.waitForResponse(/\/logo\/[0-9a-f]{64}$/);
  await shopper.goto(await order({ apiKey, customer: null }));
  expect(await accentOf(shopper)).toBe('#ffd100');
  const served = await picture;
  expect(served.headers()).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  const drawn = shopper.locator('img[src^="/logo/"]');
  expect(await drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(96);
  expect((await shopper.request.get(`/logo/${'0'.repeat(64)}`)).status()).toBe(404);

  // Without JavaScript: looked at by a button, and the picture taken away.
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    locale: 'zh-CN',
  });
  const quiet = await plain.newPage();
  await quiet.goto(page.url());
  await quiet.getByLabel(words.colour.label, { exact: true }).fill('#0f766e');
  await quiet.getByRole('button', { name: words.colour.look, exact: true }).click();
  await expect(quiet.getByRole('region', { name: words.colour.light })).toContainText('5.4 : 1');
  await quiet.getByRole('button', { name: words.colour.save }).click();
  await expect(quiet.getByText(words.done.colour)).toBeVisible();
  await quiet.getByRole('button', { name: words.logo.remove }).click();
  await expect(quiet.getByText(words.done.removed)).toBeVisible();
  await shopper.reload();
  await expect(shopper.locator('header').getByText('测', { exact: true })).toBeVisible();
  expect((await shopper.request.get(served.url())).status()).toBe(404);
  await plain.close();
  await shopper.close();
});

test('larger words last from page to page and fit the narrowest phone, also enlarged, from right to left and in forced colours', async ({
  page,
  order,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(await order());
  const larger = page.getByRole('button', { name: common.largeText });
  await expect(larger).toHaveAttribute('aria-pressed', 'false');
  await larger.click();
  await expect(larger).toHaveAttribute('aria-pressed', 'true');
  const root = page.locator('html');
  await expect(root).toHaveCSS('font-size', '20px');
  for (const target of await page.locator('.method-row > label, .pay-bar button').all()) {
    if (await target.isVisible()) {
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(56);
    }
  }
  // 320 CSS pixels are what is left of 1280 at 400 % (WCAG 1.4.10).
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    for (const dir of ['ltr', 'rtl']) {
      await root.evaluate((html, direction) => html.setAttribute('dir', direction), dir);
      expect(await scrollsSideways(page), `${dir} at ${width}`).toBe(false);
    }
  }
  await page.emulateMedia({ forcedColors: 'active' });
  const chosen = page.locator('.method-row').filter({ has: page.locator(':checked') });
  await expect(chosen).toHaveCSS('outline-style', 'solid');
  await expect(chosen.locator('input[name="method"]')).toHaveCSS('appearance', 'auto');
  await page.emulateMedia({ forcedColors: 'none' });

  await page.goto('/demo');
  await expect(root).toHaveCSS('font-size', '20px');
  expect(await scrollsSideways(page)).toBe(false);
  await larger.click();
  await expect(root).toHaveCSS('font-size', '16px');
});
