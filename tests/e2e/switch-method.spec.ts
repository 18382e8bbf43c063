import { expect, test } from '../support/browser-fixtures';
import { GatewayPages } from '../support/pages-gateway';
import { fill } from '../support/pages-words';

test('QuickPass left behind and paid after all is given back by itself, and said so', async ({
  page,
  context,
  order,
  cashier,
  words,
  database,
}) => {
  const payUrl = await order({ amount: 120 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥1.20');
  const gateway = new GatewayPages(page, words);
  await gateway.expectOpen();
  // The cardholder keeps the gateway's page open in one tab and goes back to the cashier in another.
  const left = await context.newPage();
  await left.goto(page.url());
  await page.goto(payUrl);
  await cashier.expectWaiting();
  await cashier.chooseAnotherWay();
  await cashier.expectToChoose('¥1.20');
  const { superseded, returned } = words.cashier.leftBehind.quickpass;
  await expect(page.getByText(superseded.title)).toBeVisible();
  await cashier.payByBalance('¥1.20');
  await cashier.expectPaid();

  await new GatewayPages(left, words).pay();
  await expect(page.getByText(fill(returned.title, { amount: '¥1.20' }))).toBeVisible({
    timeout: 60_000,
  });
  await cashier.expectPaid();
  expect(await database.booked(payUrl)).toEqual({ paid: 2, returned: 1 });
  const states = (await database.attempts(payUrl)).map(({ state }) => state).sort();
  expect(states).toEqual(['returned', 'succeeded']);
});

test('while nobody can tell what became of the first payment, no second one may start', async ({
  page,
  order,
  cashier,
  gateway,
  rail,
  database,
}) => {
  const payUrl = await order({ amount: 130 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥1.30');
  await gateway.expectOpen();
  const { orderId } = await rail.orderAt(page.url());
  await rail.script(orderId, { queryAnswer: 'drop' });
  await page.goto(payUrl);
  await cashier.chooseAnotherWay();
  await expect(page.getByText(cashier.earlierAttemptUnknown())).toBeVisible();
  await cashier.expectWaiting('unknown');
  expect(await database.attempts(payUrl)).toHaveLength(1);

  await rail.script(orderId, {});
  await cashier.chooseAnotherWay();
  await cashier.expectToChoose('¥1.30');
  await cashier.payByBalance('¥1.30');
  await cashier.expectPaid();
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
});
