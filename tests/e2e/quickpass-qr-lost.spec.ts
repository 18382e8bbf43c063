import { expect, test } from '../support/browser-fixtures';
import { expectCharged } from '../support/expect-charged';
import { GatewayPages } from '../support/pages-gateway';

for (const [lose, amount] of [
  ['request', 721],
  ['reply', 722],
] as const) {
  test(`the ${lose} for a QR code is lost: nothing is charged, and another way pays once`, async ({
    page,
    order,
    cashier,
    rail,
    database,
  }) => {
    await rail.scriptAmount(amount, { lose });
    const payUrl = await order({ amount });
    await page.goto(payUrl);
    await cashier.payByQuickPass(`¥${amount / 100}`);
    await cashier.expectWaiting('unknown');
    await cashier.chooseAnotherWay();
    await cashier.payByBalance(`¥${amount / 100}`);
    await cashier.expectPaid();
    await expectCharged({ rail, database }, { payUrl, amount, by: 'balance' });
  });
}

test('the answer to our question is lost after the phone has paid: the PC sees it all the same', async ({
  page,
  context,
  order,
  cashier,
  rail,
  words,
  database,
}) => {
  await rail.scriptAmount(723, { queryAnswer: 'drop', queryTimes: 2 });
  const payUrl = await order({ amount: 723 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥7.23');
  await expect(cashier.heading(words.cashier.qr.title)).toBeVisible();
  const scanned = await context.newPage();
  await scanned.goto(await rail.scanPage('723'));
  await new GatewayPages(scanned, words).pay();
  await cashier.expectPaid();
  await expectCharged({ rail, database }, { payUrl, amount: 723, by: 'unionpay' });
});

test('a code paid in its last moment beside the balance is given back once, though the answer to that is lost', async ({
  page,
  context,
  order,
  cashier,
  rail,
  words,
  database,
}) => {
  for (const kind of ['undo', 'refund']) {
    await rail.scriptAmount(724, { lose: 'reply' }, { kind });
  }
  const payUrl = await order({ amount: 724 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥7.24');
  await expect(cashier.heading(words.cashier.qr.title)).toBeVisible();
  const scanned = await context.newPage();
  await scanned.goto(await rail.scanPage('724'));
  await cashier.chooseAnotherWay();
  await cashier.payByBalance('¥7.24');
  await cashier.expectPaid();
  await new GatewayPages(scanned, words).pay();
  await expectCharged({ rail, database }, { payUrl, amount: 724, by: 'balance', returned: 1 });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a code is shown, can be changed by a button, and its payment is found by asking', async ({
    page,
    context,
    order,
    cashier,
    rail,
    words,
    database,
  }) => {
    const payUrl = await order({ amount: 725 });
    await page.goto(payUrl);
    await cashier.payByQuickPass('¥7.25');
    await expect(page.getByRole('img', { name: /¥7\.25/ })).toBeVisible();
    await expect(page.getByRole('button', { name: words.cashier.qr.renew })).toBeVisible();
    const scanned = await context.newPage();
    await scanned.goto(await rail.scanPage('725'));
    await new GatewayPages(scanned, words).pay();
    await page.getByRole('button', { name: cashier.askLabel() }).click();
    await cashier.expectPaid();
    await expectCharged({ rail, database }, { payUrl, amount: 725, by: 'unionpay' });
  });
});
