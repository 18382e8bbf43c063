import { existsSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import { NotHere, type OtherBrowser } from './other-browser';

const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** Debian's Firefox without a window, spoken to in WebDriver BiDi, as a phone of that user agent. */
export async function openFirefox(userAgent: string): Promise<OtherBrowser> {
  const executablePath = PLACES.find((file) => existsSync(file));
  if (!executablePath) throw new NotHere('firefox-esr is not here');
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: { 'general.useragent.override': userAgent },
  });
  const [page = await browser.newPage()] = await browser.pages();
  await page.setViewport({ width: 360, height: 740 });
  return {
    name: await browser.version(),
    async open(url) {
      await page.goto(url);
    },
    async back() {
      await page.goBack();
    },
    click: (css) => page.click(css),
    type: (css, text) => page.type(css, text),
    read: (expression) => page.evaluate(expression),
    picture: () => page.screenshot(),
    close: () => browser.close(),
  };
}
