import type { Browser, Page, Request } from '@playwright/test';
import { CashierPages } from '@/tests/support/pages-cashier';
import { wordsOf } from '@/tests/support/pages-words';
import { median } from './measure';
import { PHONE } from './page-journey';

const ROUNDS = 9;

/** Milliseconds that a shopper waits, and how many of them the server works. */
export interface Wait {
  ms: number;
  serverMs: number;
}

/**
 * From opening the link to seeing the ways to pay, and from the tap that pays from the balance to the page
 * that says so; each in a browser context that has never been here, as medians.
 */
export async function timeJourney(
  browser: Browser,
  makeOrder: () => Promise<string>,
): Promise<{ open: Wait; pay: Wait }> {
  const rounds: { open: Wait; pay: Wait }[] = [];
  // The first round warms the server up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = await timeOnce(browser, await makeOrder());
    if (round > 0) rounds.push(one);
  }
  const middle = (what: 'open' | 'pay'): Wait => ({
    ms: median(rounds.map((one) => one[what].ms)),
    serverMs: median(rounds.map((one) => one[what].serverMs)),
  });
  return { open: middle('open'), pay: middle('pay') };
}

async function timeOnce(browser: Browser, url: string): Promise<{ open: Wait; pay: Wait }> {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const cashier = new CashierPages(page, wordsOf('zh-CN'));
    await page.goto(url);
    const button = cashier.payButton('balance', '¥1.00');
    await button.waitFor();
    const open = await firstPaint(page);
    await cashier.password().fill('123456');
    const asked: Request[] = [];
    page.on('requestfinished', (request) => asked.push(request));
    const startedAt = performance.now();
    await button.click();
    await cashier.expectPaid();
    const ms = performance.now() - startedAt;
    return { open, pay: { ms, serverMs: asked.reduce((sum, one) => sum + serverMs(one), 0) } };
  } finally {
    await context.close();
  }
}

/** The ways to pay are in the document itself: the first thing painted shows them. */
const firstPaint = (page: Page): Promise<Wait> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const [painted] = list.getEntriesByName('first-contentful-paint');
          const [document] = performance.getEntriesByType('navigation');
          if (!painted || !(document instanceof PerformanceNavigationTiming)) return;
          const { requestStart, responseEnd } = document;
          resolve({ ms: painted.startTime, serverMs: responseEnd - requestStart });
        }).observe({ type: 'paint', buffered: true });
      }),
  );

/** What the payment itself and the page after it took; scripts and pictures come from files. */
function serverMs(request: Request): number {
  const { requestStart, responseEnd } = request.timing();
  const counts = request.method() === 'POST' || request.isNavigationRequest();
  return counts ? Math.max(0, responseEnd - requestStart) : 0;
}
