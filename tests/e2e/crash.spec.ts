import { type Database, openDatabase } from '../support/browser-database';
import { expect, test } from '../support/browser-fixtures';
import { placeOrder } from '../support/browser-orders';
import { Rail } from '../support/browser-rail';
import { type Stack, startStack } from '../support/stack';

// One story per way to die; each has the whole app for itself, since the app is what dies.
test.describe.configure({ mode: 'serial' });

let stack: Stack;
let database: Database;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  stack = await startStack({
    name: 'crash',
    // Without QR codes a PC goes to UnionPay's own page, which the dead app can't take away.
    settings: { UNIONPAY_PERMISSIONS: 'control,sdk_wap,api_wap,no_redirect,token,payout' },
  });
  database = await openDatabase(stack.databaseUrl);
});
test.afterAll(async () => {
  await database.close();
  await stack.stop();
});
test.beforeEach(() => test.setTimeout(240_000));

async function restartApp(settings: Record<string, string>): Promise<void> {
  await stack.killApp('SIGTERM');
  await stack.startApp(settings);
}

async function expectEverythingAddsUp(): Promise<void> {
  const [sum] = await database.query(
    `SELECT coalesce(sum(CASE side WHEN 'debit' THEN amount_minor ELSE -amount_minor END), 0)::int AS rest FROM ledger_lines`,
  );
  expect(sum?.rest).toBe(0);
}

test('the app dies between T1 and T2: the order is not stuck and is charged once', async ({
  page,
  cashier,
}) => {
  const payUrl = await placeOrder(stack, { amount: 410 });
  await restartApp({ FAIL_POINT: 'pay.committed' });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥4.10');
  await stack.appEnded();
  expect((await database.attempts(payUrl)).map(({ state }) => state)).toEqual(['sent']);

  await stack.startApp();
  await page.goto(payUrl);
  await cashier.expectUndecided();
  await cashier.chooseAnotherWay();
  await cashier.expectToChoose('¥4.10');
  await cashier.payByBalance('¥4.10');
  await cashier.expectPaid();
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
  await expectEverythingAddsUp();
});

test('the app dies with the channel’s answer in its hand: the order is asked about, not lost', async ({
  page,
  cashier,
}) => {
  const payUrl = await placeOrder(stack, { amount: 440 });
  await restartApp({ FAIL_POINT: 'pay.answered' });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥4.40');
  await stack.appEnded();

  await stack.startApp();
  await page.goto(payUrl);
  await cashier.expectUndecided();
  await cashier.chooseAnotherWay();
  await cashier.expectToChoose('¥4.40');
  await cashier.payByBalance('¥4.40');
  await cashier.expectPaid();
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
  await expectEverythingAddsUp();
});

test('the app is dead while the shopper pays at the channel: the order becomes paid by itself', async ({
  page,
  cashier,
  gateway,
}) => {
  const payUrl = await placeOrder(stack, { amount: 420 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥4.20');
  await gateway.expectOpen();
  await stack.killApp('SIGKILL');
  await gateway.pay();

  await stack.startApp();
  await page.goto(payUrl);
  await cashier.expectPaid();
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
  await expectEverythingAddsUp();
});

test('the app dies while it asks the channel: the answer is asked for again', async ({
  page,
  context,
  cashier,
  gateway,
}) => {
  const rail = new Rail(stack.sandboxOrigin);
  const payUrl = await placeOrder(stack, { amount: 430 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥4.30');
  await gateway.expectOpen();
  const { orderId } = await rail.orderAt(page.url());
  await rail.script(orderId, { queryAnswer: 'timeout', queryTimes: 1, notice: 'none' });
  const asking = await context.newPage();
  await asking.goto(payUrl);
  // The question hangs at the channel, so this press is never answered.
  await asking.getByRole('button', { name: cashier.askLabel() }).click();
  await expect.poll(async () => (await database.attempts(payUrl))[0]?.asks).toBeGreaterThan(0);
  // … and it has got there: the next question is answered.
  await expect.poll(() => rail.questionsHeld(orderId)).toBe(1);
  await stack.killApp('SIGKILL');
  await gateway.pay();

  await stack.startApp();
  await page.goto(payUrl);
  await cashier.expectPaid();
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
  await expectEverythingAddsUp();
});
