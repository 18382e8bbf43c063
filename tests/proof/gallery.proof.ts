import { strict as assert } from 'node:assert';
import { chromium } from '@playwright/test';
import { listPictures, lookAt, PICTURES_DIR } from '@/tests/support/browser-gallery';
import { EVERY_LOOK, nameOf } from '@/tests/support/gallery-looks';
import { startStack } from '@/tests/support/stack';

/** Every state of every screen of the shopper's page, in every look that there is. */
export async function prove(only = ''): Promise<void> {
  const stack = await startStack({ name: 'gallery', settings: { LOG_LEVEL: 'warn' } });
  const browser = await chromium.launch({
    executablePath: process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-dev-shm-usage', '--disable-background-networking'],
  });
  try {
    const { origin } = stack;
    const pictures = (await listPictures(browser, origin)).filter((name) => name.includes(only));
    assert(pictures.length > 0, `no picture is called "${only}"`);
    const found: string[] = [];
    const startedAt = Date.now();
    for (const look of EVERY_LOOK) {
      const here = await lookAt(browser, look, { origin, pictures, photographs: true });
      console.log(`${nameOf(look).padEnd(36)} ${here.length} problems`);
      found.push(...here);
    }
    const taken = pictures.length * EVERY_LOOK.length;
    const wide = found.filter((problem) => problem.endsWith('wider than the screen')).length;
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    console.log(
      `${pictures.length} states × ${EVERY_LOOK.length} looks = ${taken} pictures in ${PICTURES_DIR}, ${seconds} s`,
    );
    console.log(`wider than the screen: ${wide}; other problems: ${found.length - wide}`);
    assert.deepEqual(found, []);
  } finally {
    await browser.close();
    await stack.stop();
  }
}
