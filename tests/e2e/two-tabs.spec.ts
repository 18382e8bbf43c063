import { expect, test } from '../support/browser-fixtures';
import { CashierPages } from '../support/pages-cashier';

test('pressing pay in two tabs at once charges once, and both tabs say paid', async ({
  context,
  order,
  words,
  database,
}) => {
  const payUrl = await order();
  const tabs = await Promise.all([context.newPage(), context.newPage()]);
  const cashiers = tabs.map((tab) => new CashierPages(tab, words));
  await Promise.all(tabs.map((tab) => tab.goto(payUrl)));
  await Promise.all(cashiers.map((cashier) => cashier.payByBalance('¥0.01')));
  await Promise.all(cashiers.map((cashier) => cashier.expectPaid()));
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
});

test('QuickPass started in two tabs is one payment at the channel', async ({
  context,
  order,
  words,
  database,
}) => {
  const payUrl = await order({ amount: 230 });
  const tabs = await Promise.all([context.newPage(), context.newPage()]);
  const cashiers = tabs.map((tab) => new CashierPages(tab, words));
  await Promise.all(tabs.map((tab) => tab.goto(payUrl)));
  await Promise.all(cashiers.map((cashier) => cashier.payByQuickPass('¥2.30')));
  for (const cashier of cashiers) {
    const confirm = cashier.gatewayConfirm();
    // The second press may find the first one's attempt before its form is there: it can go on then.
    const there = confirm.or(cashier.qrCode());
    await expect(there.or(cashier.continueButton())).toBeVisible();
    if (await cashier.continueButton().isVisible()) await cashier.continueButton().click();
    await expect(there).toBeVisible();
  }
  expect(await database.attempts(payUrl)).toHaveLength(1);
});
