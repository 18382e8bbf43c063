import { test as base, expect } from '../support/browser-fixtures';
import { expectCharged } from '../support/expect-charged';
import { CashierPages } from '../support/pages-cashier';
import { PhonePages } from '../support/pages-phone';

const test = base.extend<{ handset: PhonePages }>({
  handset: async ({ page, locale }, use) => use(new PhonePages(page, locale)),
});

test('the request for a TN is lost: nothing is charged, and the next start is the only payment', async ({
  page,
  handset,
  order,
  cashier,
  rail,
  database,
}) => {
  await handset.choose('installed-in');
  await rail.scriptAmount(701, { lose: 'request' });
  const payUrl = await order({ amount: 701 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥7.01');
  await cashier.expectWaiting('unknown');
  await cashier.chooseAnotherWay();
  await cashier.payByQuickPass('¥7.01');
  await handset.confirm();
  await cashier.expectPaid();
  await expectCharged({ rail, database }, { payUrl, amount: 701, by: 'unionpay' });
});

test('the TN itself is lost: UnionPay says that it is unpaid, and another way pays once', async ({
  page,
  handset,
  order,
  cashier,
  rail,
  database,
}) => {
  await handset.choose('installed-in');
  await rail.scriptAmount(702, { lose: 'reply' });
  const payUrl = await order({ amount: 702 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥7.02');
  await cashier.expectWaiting('unknown');
  await cashier.chooseAnotherWay();
  await cashier.expectToChoose('¥7.02');
  await cashier.payByBalance('¥7.02');
  await cashier.expectPaid();
  await expectCharged({ rail, database }, { payUrl, amount: 702, by: 'balance' });
});

for (const [phone, code, amount] of [
  ['installed-in', undefined, 711],
  ['installed-out', '111111', 712],
  ['in-app', undefined, 713],
  ['none', '111111', 714],
] as const) {
  test(`the answer to our question is lost after a payment in the app (${phone}): asked again, paid once`, async ({
    page,
    handset,
    order,
    cashier,
    rail,
    database,
  }) => {
    await handset.choose(phone);
    await rail.scriptAmount(amount, { queryAnswer: 'drop', queryTimes: 2 });
    const payUrl = await order({ amount });
    await page.goto(payUrl);
    await cashier.payByQuickPass(`¥${amount / 100}`);
    await handset.confirm(code);
    await cashier.expectPaid();
    await expectCharged({ rail, database }, { payUrl, amount, by: 'unionpay' });
  });
}

test('the app pays and its answer is lost: the page comes to say paid by itself', async ({
  page,
  handset,
  order,
  cashier,
  rail,
  database,
}) => {
  await handset.choose('installed-in');
  await rail.scriptAmount(703, { host: 'lose-reply' });
  const payUrl = await order({ amount: 703 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥7.03');
  await handset.confirm();
  await cashier.expectPaid();
  await expectCharged({ rail, database }, { payUrl, amount: 703, by: 'unionpay' });
});

test('the app never says anything: unknown, asked about, and left only when UnionPay says unpaid', async ({
  page,
  handset,
  order,
  cashier,
  rail,
  words,
  database,
}) => {
  await handset.choose('installed-in');
  await rail.scriptAmount(704, { host: 'silent' });
  const payUrl = await order({ amount: 704 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥7.04');
  await expect(page).toHaveURL(/\/go$/);
  await expect(handset.overlay()).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(words.cashier.waiting.host.silent)).toBeVisible();
  expect((await database.attempts(payUrl)).map(({ state }) => state)).toEqual(['waiting']);
  await cashier.chooseAnotherWay();
  await cashier.payByBalance('¥7.04');
  await cashier.expectPaid();
  await expectCharged({ rail, database }, { payUrl, amount: 704, by: 'balance' });
});

test('the app says paid and UnionPay does not: nobody is told so, and another way pays', async ({
  page,
  handset,
  order,
  cashier,
  rail,
  words,
  database,
}) => {
  await handset.choose('installed-in');
  await rail.scriptAmount(705, { host: 'claim' });
  const payUrl = await order({ amount: 705 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥7.05');
  await handset.confirm();
  await expect(page.getByText(words.cashier.waiting.host.success)).toBeVisible();
  await cashier.expectWaiting();
  await cashier.chooseAnotherWay();
  await cashier.payByBalance('¥7.05');
  await cashier.expectPaid();
  await expectCharged({ rail, database }, { payUrl, amount: 705, by: 'balance' });
});

test('a result that UnionPay did not sign counts for nothing; its own answer pays', async ({
  page,
  handset,
  order,
  cashier,
  rail,
  database,
}) => {
  await handset.choose('installed-in');
  await rail.scriptAmount(706, { hostSignature: 'wrong' });
  const payUrl = await order({ amount: 706 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥7.06');
  await handset.confirm();
  await cashier.expectPaid();
  const [attempt] = await database.query('SELECT host_result FROM attempts WHERE id = $1', [
    (await database.attempts(payUrl))[0]?.id,
  ]);
  expect(attempt).toEqual({ host_result: 'unverified' });
  await expectCharged({ rail, database }, { payUrl, amount: 706, by: 'unionpay' });
});

test('UnionPay’s page never came and the way back is lost, too: gone on with, paid once', async ({
  page,
  order,
  cashier,
  gateway,
  rail,
  words,
  database,
}) => {
  await rail.scriptAmount(707, { lose: 'request' });
  const payUrl = await order({ amount: 707 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥7.07');
  await page.waitForURL((url) => url.origin !== new URL(payUrl).origin);
  await page.goto(payUrl);
  await rail.scriptAmount(707, { queryAnswer: 'drop', queryTimes: 2 });
  await cashier.continueButton().click();
  await gateway.pay();
  // Nobody presses "back to the merchant".
  await page.goto(payUrl);
  await cashier.expectPaid();
  await expect(page.getByText(words.cashier.cardType.debit)).toHaveCount(0);
  await expectCharged({ rail, database }, { payUrl, amount: 707, by: 'unionpay' });
});

test('a TN that is paid beside the balance is given back once, though the answer to that is lost', async ({
  page,
  context,
  handset,
  words,
  order,
  cashier,
  rail,
  database,
}) => {
  await handset.choose('installed-in');
  for (const kind of ['undo', 'refund']) {
    await rail.scriptAmount(708, { lose: 'reply' }, { kind });
  }
  const payUrl = await order({ amount: 708 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥7.08');
  await expect(handset.overlay()).toBeVisible();
  const other = await context.newPage();
  await other.goto(payUrl);
  const elsewhere = new CashierPages(other, words);
  await elsewhere.chooseAnotherWay();
  await elsewhere.payByBalance('¥7.08');
  await elsewhere.expectPaid();
  await handset.confirm();
  await expectCharged({ rail, database }, { payUrl, amount: 708, by: 'balance', returned: 1 });
  await page.goto(payUrl);
  await cashier.expectPaid();
});
