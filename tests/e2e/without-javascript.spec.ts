import { expect, test } from '../support/browser-fixtures';

test.use({ javaScriptEnabled: false });

test('without JavaScript a shopper pays by balance and the shop is told', async ({
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

test('without JavaScript a shopper pays by QuickPass', async ({
  page,
  order,
  cashier,
  gateway,
  words,
}) => {
  await page.goto(await order({ amount: 210 }));
  await cashier.payByQuickPass('¥2.10');
  const onward = page.getByRole('button', {
    name: words.cashier.go.button.replace('{amount}', '¥2.10'),
  });
  await expect(onward.or(cashier.qrCode())).toBeVisible();
  if (await onward.isVisible()) await onward.click();
  await gateway.pay();
  await gateway.goBack();
  await cashier.expectPaid();
});

test('without JavaScript a wrong password is answered beside its field, and never echoed', async ({
  page,
  order,
  cashier,
}) => {
  await page.goto(await order());
  await cashier.payByBalance('¥0.01', '12345');
  await expect(cashier.password()).toHaveAccessibleDescription(/6/);
  await expect(cashier.password()).toHaveAttribute('aria-invalid', 'true');
  expect(await page.content()).not.toContain('12345"');
  await cashier.payByBalance('¥0.01');
  await cashier.expectPaid();
});
