import { test } from '../support/browser-fixtures';

test('from the demo shop to a payment by balance, and the shop is told', async ({
  shop,
  cashier,
}) => {
  await shop.open();
  await shop.buy('test');
  await cashier.expectToChoose('¥0.01');
  await cashier.payByBalance('¥0.01');
  await cashier.expectPaid();
  await cashier.returnToShop();
  await shop.expectNotified();
});

test('from the demo shop to a payment by QuickPass, and the shop is told', async ({
  shop,
  cashier,
  gateway,
}) => {
  await shop.open();
  await shop.buy('shirt');
  await cashier.expectToChoose('¥68.00');
  await cashier.payByQuickPass('¥68.00');
  await gateway.pay();
  await gateway.goBack();
  await cashier.expectPaid();
  await cashier.returnToShop();
  await shop.expectNotified();
});

test('a link that the shop signed itself leads to the same cashier', async ({ shop, cashier }) => {
  await shop.open();
  await shop.buy('coins');
  await cashier.expectToChoose('¥6.00');
  await cashier.payByBalance('¥6.00');
  await cashier.expectPaid();
  await cashier.returnToShop();
  await shop.expectNotified();
});
