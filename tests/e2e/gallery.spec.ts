import { expect, test } from '../support/browser-fixtures';
import { listPictures, lookAt } from '../support/browser-gallery';
import { stackInfo } from '../support/browser-settings';
import { pairwise, ROUNDS } from '../support/gallery-looks';

// Each round opens pages of its own, so any worker may take it.
test.describe.configure({ mode: 'parallel' });

for (const name of ROUNDS) {
  test(`every state of every screen passes axe, fits and speaks one language: ${name}`, async ({
    browser,
  }) => {
    test.setTimeout(600_000);
    const { origin } = stackInfo();
    const round = pairwise(await listPictures(browser, origin)).find((one) => one.name === name);
    const found: string[] = [];
    for (const { look, pictures } of round?.views ?? []) {
      expect(pictures.length).toBeGreaterThan(20);
      found.push(...(await lookAt(browser, look, { origin, pictures })));
    }
    expect(round).toBeDefined();
    expect(found).toEqual([]);
  });
}
