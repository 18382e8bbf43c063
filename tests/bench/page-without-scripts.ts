import type { Browser } from '@playwright/test';
import { CashierPages } from '@/tests/support/pages-cashier';
import { wordsOf } from '@/tests/support/pages-words';
import { PHONE } from './page-journey';

/**
 * Pays from the balance in a browser that runs scripts, but to which not one of them has come. Throws when
 * the ways to pay are not there, or the form does not lead to the page that says paid.
 */
export async function payWithoutScripts(
  browser: Browser,
  url: string,
  amount: string,
): Promise<void> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    let kept = 0;
    await page.route('**/*', async (route) => {
      if (route.request().resourceType() !== 'script') return route.fallback();
      kept += 1;
      await route.abort();
    });
    const cashier = new CashierPages(page, wordsOf('zh-CN'));
    await page.goto(url);
    await cashier.payByBalance(amount);
    await cashier.expectPaid();
    if (kept === 0) throw new Error('no script was kept back: this has shown nothing');
  } finally {
    await context.close();
  }
}
