import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds on the page but for some rules, each with the first element that it is about. */
export async function axeSays(page: Page, except: readonly string[] = []): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // First: it takes the place of all that was said before it.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules([...except])
    // Without frames there is nothing to put together in a page of its own.
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
}

export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/**
 * Chinese on an English page that is not marked as somebody's Chinese words, nor one of these names;
 * the marked words are gone from the page afterwards.
 */
export async function chineseOn(page: Page, names: RegExp): Promise<string[]> {
  await page.locator('body').evaluate((body) => {
    for (const words of body.querySelectorAll('[lang|=zh]')) words.remove();
  });
  const text = `${await page.title()} ${await page.locator('body').ariaSnapshot()}`;
  return text.replaceAll(names, '').match(/\p{Script=Han}+/gu) ?? [];
}
