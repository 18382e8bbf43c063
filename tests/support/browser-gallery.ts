import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { axeSays, chineseOn, scrollsSideways } from './browser-checks';
import { type GalleryLook, nameOf } from './gallery-looks';

const SCREENS = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
} as const;

/** Where the pictures are kept. */
export const PICTURES_DIR = path.join('test-results', 'gallery');

/** What people and shops have written stays in their language; so does UnionPay's product. */
const WRITTEN = [
  ...['中文', '云闪付', '小满', '青禾咖啡会员', '挂耳咖啡 12 包', '到店付款', '演示银行'],
  '春季新品 手冲咖啡全套器具（.+）礼盒装 含一年份产地直送咖啡豆',
  ...['少了一包，想退一部分。', '原路可退，1–3 个工作日到账。', '已超过七天，商品已经拆封。'],
];
const NAMES = new RegExp(WRITTEN.join('|'), 'g');

/** The reader's own colours stand for ours there, and axe still reasons with some of ours. */
const NOT_OURS = ['color-contrast'];

/** "choosing/guest", for every picture that there is. */
export async function listPictures(browser: Browser, origin: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(`${origin}/gallery`);
  const addresses = await page
    .locator('a[href^="/gallery/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  await page.close();
  return addresses.map((address) => address.replace('/gallery/', ''));
}

/**
 * Opens pictures one after the other in one look, and answers what is wrong with them: what axe says, words of the
 * other language, anything wider than the screen. Keeps a photograph of those, or of all: taking one costs as much
 * as looking.
 */
export async function lookAt(
  browser: Browser,
  look: GalleryLook,
  where: { origin: string; pictures: readonly string[]; photographs?: boolean },
): Promise<string[]> {
  const { origin, pictures, photographs = false } = where;
  const context = await openContext(browser, look, origin);
  const page = await context.newPage();
  const found: string[] = [];
  try {
    for (const picture of pictures) {
      const photograph = await open(page, look, `${origin}/gallery/${picture}`);
      if (photographs) await photograph(picture);
      const problems = await problemsOn(page, look);
      if (problems.length > 0 && !photographs) await photograph(picture);
      found.push(...problems.map((problem) => `${picture} ${nameOf(look)}: ${problem}`));
    }
  } finally {
    await context.close();
  }
  return found;
}

async function openContext(
  browser: Browser,
  { locale, scheme, device, mode }: GalleryLook,
  origin: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...SCREENS[device],
    locale,
    colorScheme: scheme,
    forcedColors: mode === 'forced-colors' ? 'active' : 'none',
    // What moves is in no picture twice the same.
    reducedMotion: 'reduce',
  });
  if (mode === 'large') {
    await context.addCookies([{ name: 'text_size', value: 'large', url: origin }]);
  }
  return context;
}

/** Comes to one picture; answers how to take its photograph. */
async function open(page: Page, look: GalleryLook, address: string) {
  const answer = await page.goto(address);
  if (!answer?.ok()) throw new Error(`${address} answered ${answer?.status()}`);
  // Some states are come to by a press.
  await page.locator('[data-picture=not-ready]').waitFor({ state: 'detached' });
  if (look.mode === 'rtl') {
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  }
  return (picture: string) => {
    const file = `${picture.replace('/', '-')}-${nameOf(look)}.png`;
    return page.screenshot({ path: path.join(PICTURES_DIR, file), fullPage: true });
  };
}

async function problemsOn(page: Page, look: GalleryLook): Promise<string[]> {
  const found = await axeSays(page, look.mode === 'forced-colors' ? NOT_OURS : []);
  if (await scrollsSideways(page)) found.push('wider than the screen');
  const lang = await page.locator('html').getAttribute('lang');
  if (lang !== look.locale) found.push(`is in ${lang}`);
  const headings = await page.getByRole('heading', { level: 1 }).count();
  if (headings !== 1) found.push(`${headings} titles`);
  const chinese = look.locale === 'en' ? await chineseOn(page, NAMES) : [];
  if (chinese.length > 0) found.push(chinese.join(' '));
  return found;
}
