import type { Page } from '@playwright/test';

/**
 * What a page counts in seconds takes four times as long on it: what a test does within five of them is done
 * in time on a busy machine, too. Before the page is opened.
 */
export async function withLongSeconds(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const every = window.setInterval.bind(window);
    const slower = (run: TimerHandler, ms?: number, ...given: unknown[]) =>
      every(run, ms === 1_000 ? 4_000 : ms, ...given);
    Object.assign(window, { setInterval: slower });
  });
}
