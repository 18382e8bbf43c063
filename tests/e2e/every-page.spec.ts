import type { Browser, Page } from '@playwright/test';
import { present } from '@/lib/core/assert';
import { axeSays, chineseOn, scrollsSideways } from '../support/browser-checks';
import type { Database } from '../support/browser-database';
import { expect, test } from '../support/browser-fixtures';
import { actOutHandset } from '../support/browser-handset';
import { actOutHolder } from '../support/browser-holder';
import { EACH_LOOK, EVERY_LOOK } from '../support/browser-looks';
import { actOutMerchant } from '../support/browser-merchant-room';
import { actOutPhoneBill } from '../support/browser-phone-bill';
import { actOutOffice, type Room } from '../support/browser-rooms';
import { actOutScenes } from '../support/browser-scenes';
import { stackInfo } from '../support/browser-settings';

const READERS = [
  'anybody',
  'a shopper with a card',
  'a merchant’s app',
  'a phone’s owner',
  'a merchant',
  'the office',
] as const;
type Reader = (typeof READERS)[number];

type Screen = Parameters<typeof actOutScenes>[1];
const roomOf: Record<Reader, (database: Database, ...screen: [Browser, Screen]) => Promise<Room>> =
  {
    anybody: async (database, ...screen) => ({
      scenes: await actOutScenes(...screen, stackInfo(), database),
      cookies: [],
    }),
    'a shopper with a card': (_, ...screen) => actOutHolder(...screen, stackInfo()),
    'a merchant’s app': (_, ...screen) => actOutHandset(...screen, stackInfo()),
    'a phone’s owner': (_, ...screen) => actOutPhoneBill(...screen, stackInfo()),
    'a merchant': (database, ...screen) => actOutMerchant(...screen, stackInfo(), database),
    'the office': (database, ...screen) => actOutOffice(...screen, stackInfo(), database),
  };

const NARROW = { width: 360, height: 740 };

/** Acted out once, for all looks: that is half of the time which they take. */
const rooms = new Map<Reader, Promise<Room>>();

/** Opens all pages of one kind of reader, one after the other, and says each one's name. */
async function* pagesOf(room: Room, page: Page): AsyncGenerator<string> {
  await page.context().addCookies(room.cookies);
  for (const [name, url] of Object.entries(room.scenes)) {
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
        browser,
        contextOptions,
        viewport,
        isMobile,
        hasTouch,
        database,
      }) => {
        test.setTimeout(180_000);
        const screen = { ...contextOptions, viewport, isMobile, hasTouch };
        const room = rooms.get(reader) ?? roomOf[reader](database, browser, screen);
        rooms.set(reader, room);
        const found: string[] = [];
        for await (const name of pagesOf(await room, page)) {
          await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
          if (look.axe)
            found.push(...(await axeSays(page)).map((problem) => `${name}: ${problem}`));
          if (await scrollsSideways(page)) found.push(`${name}: wider than the screen`);
          // Rooms that are worked in at a PC are opened on a phone by the proof alone; their width is tried here.
          if (!isMobile && !EVERY_LOOK) {
            await page.setViewportSize(NARROW);
            if (await scrollsSideways(page)) found.push(`${name}: wider than a phone`);
            await page.setViewportSize(present(viewport, 'a viewport'));
          }
          await expect(page.locator('html')).toHaveAttribute('lang', locale ?? '');
          const chinese = locale === 'en' ? await chineseOn(page, NAMES) : [];
          if (chinese.length > 0) found.push(`${name}: ${chinese.join(' ')}`);
        }
        expect(found).toEqual([]);
      });
    }
  });
}

/**
 * The other language's own name, UnionPay's product and its answers, what shops call their goods, payers, and why
 * somebody refunded: the list has the refunds of every test before this one.
 */
const NAMES =
  /中文|少了一件|少发一件|顾客来电|云闪付|交易已受理.请稍后查询交易结果|成功|测试商品|一分钱测试商品|柜台收款|云盘会员|张|林/g;

test.describe('a reader of Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('the language chosen on one page is the language of the next, and stays', async ({
    page,
    order,
  }) => {
    const html = page.locator('html');
    await page.goto('/demo');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(html).toHaveAttribute('lang', 'en');
    await page.goto(await order());
    await expect(html).toHaveAttribute('lang', 'en');
    await page.getByRole('button', { name: '中文' }).click();
    await expect(html).toHaveAttribute('lang', 'zh-CN');
  });
});
