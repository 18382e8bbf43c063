import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openDatabase } from '../support/browser-database';
import { expect, test } from '../support/browser-fixtures';
import { actOutHandset } from '../support/browser-handset';
import { actOutHolder } from '../support/browser-holder';
import { EACH_LOOK } from '../support/browser-looks';
import { actOutMerchant } from '../support/browser-merchant-room';
import { actOutOffice, type Room } from '../support/browser-rooms';
import { actOutScenes, type Scenes } from '../support/browser-scenes';
import { stackInfo } from '../support/browser-settings';

const READERS = [
  'anybody',
  'a shopper with a card',
  'a merchant’s app',
  'a merchant',
  'the office',
] as const;

let rooms: Record<(typeof READERS)[number], Room>;
let scenes: Scenes;
test.beforeAll(async ({ browser, contextOptions, viewport, isMobile, hasTouch }) => {
  test.setTimeout(180_000);
  const database = await openDatabase(stackInfo().databaseUrl);
  const screen = { ...contextOptions, viewport, isMobile, hasTouch };
  const around = [browser, screen, stackInfo()] as const;
  scenes = await actOutScenes(...around, database);
  rooms = {
    anybody: { scenes, cookies: [] },
    'a shopper with a card': await actOutHolder(...around),
    'a merchant’s app': await actOutHandset(...around),
    'a merchant': await actOutMerchant(...around, database),
    'the office': await actOutOffice(...around, database),
  };
  await database.close();
});

/** Opens all pages of one kind of reader, one after the other, and says each one's name. */
async function* pagesOf(reader: keyof typeof rooms, page: Page): AsyncGenerator<string> {
  await page.context().addCookies(rooms[reader].cookies);
  for (const [name, url] of Object.entries(rooms[reader].scenes)) {
    await page.goto(url);
    yield name;
  }
}

for (const look of EACH_LOOK) {
  test.describe(look.name, () => {
    test.use(look.use);

    for (const reader of READERS) {
      test(`every page for ${reader} ${look.axe ? 'passes axe and ' : ''}fits its width in one language`, async ({
        page,
        locale,
      }) => {
        test.setTimeout(180_000);
        const found: string[] = [];
        for await (const name of pagesOf(reader, page)) {
          await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
          if (look.axe)
            found.push(...(await axeSays(page)).map((problem) => `${name}: ${problem}`));
          if (await scrollsSideways(page)) found.push(`${name}: wider than the screen`);
          await expect(page.locator('html')).toHaveAttribute('lang', locale ?? '');
          const chinese = locale === 'en' ? await chineseOn(page) : [];
          if (chinese.length > 0) found.push(`${name}: ${chinese.join(' ')}`);
        }
        expect(found).toEqual([]);
      });
    }
  });
}

async function axeSays(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Chinese on an English page that is nobody's name and not marked as somebody's Chinese words. */
async function chineseOn(page: Page): Promise<string[]> {
  await page.locator('body').evaluate((body) => {
    for (const words of body.querySelectorAll('[lang|=zh]')) words.remove();
  });
  const text = `${await page.title()} ${await page.locator('body').ariaSnapshot()}`;
  return text.replaceAll(NAMES, '').match(/\p{Script=Han}+/gu) ?? [];
}

/** The other language's own name, UnionPay's product and its answers, what shops call their goods, and payers. */
const NAMES = /中文|云闪付|交易已受理.请稍后查询交易结果|成功|测试商品|一分钱测试商品|张|林/g;

test.describe('a reader of Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the language chosen on one page is the language of the next, and stays', async ({
    page,
  }) => {
    const html = page.locator('html');
    await page.goto('/demo');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(html).toHaveAttribute('lang', 'en');
    await page.goto(String(scenes.choosing));
    await expect(html).toHaveAttribute('lang', 'en');
    await page.getByRole('button', { name: '中文' }).click();
    await expect(html).toHaveAttribute('lang', 'zh-CN');
  });
});
