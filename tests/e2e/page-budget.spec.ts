import { overBudget, weightTable } from '../bench/page-budget';
import { emptyPage, makeJourney, PHONE } from '../bench/page-journey';
import { weigh } from '../bench/page-weight';
import { payWithoutScripts } from '../bench/page-without-scripts';
import { expect, test } from '../support/browser-fixtures';
import { stackInfo } from '../support/browser-settings';

test('no page of the journey weighs more above an empty page than its budget, and none asks anybody else', async ({
  browser,
}) => {
  const stack = stackInfo();
  const floor = await weigh(browser, PHONE, emptyPage(stack));
  const pages = [];
  for (const page of await makeJourney(stack)) pages.push(await weigh(browser, PHONE, page));
  test.info().annotations.push({ type: 'weight', description: weightTable(floor, pages) });
  expect(pages.flatMap((page) => overBudget(floor, page))).toEqual([]);
  // Compared with nothing, nothing would be over.
  expect(floor.scriptBytes).toBeGreaterThan(50_000);
});

test('the page pays before any of its scripts has come', async ({ browser, order }) => {
  await payWithoutScripts(browser, await order({ amount: 100 }), '¥1.00');
});
