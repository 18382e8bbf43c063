import { expect, test } from '../support/browser-fixtures';
import { GatewayPages } from '../support/pages-gateway';

test('the code on a PC is scanned by a phone, and the PC shows the payment by itself', async ({
  page,
  context,
  order,
  cashier,
  rail,
  words,
  database,
}) => {
  const payUrl = await order({ amount: 260 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥2.60');
  await expect(cashier.heading(words.cashier.qr.title)).toBeVisible();
  await expect(page.getByRole('img', { name: /¥2\.60/ })).toBeVisible();
  const scanned = await context.newPage();
  await scanned.goto(await rail.scanPage('260'));
  await new GatewayPages(scanned, words).pay();
  await cashier.expectPaid();
  expect(await database.booked(payUrl)).toEqual({ paid: 1, returned: 0 });
});

test('a code about to end is replaced in place; the old one, paid in its last moment beside the balance, is given back', async ({
  page,
  context,
  order,
  cashier,
  rail,
  words,
  database,
}) => {
  const payUrl = await order({ amount: 270 });
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥2.70');
  const code = page.getByRole('img', { name: /¥2\.70/ }).locator('path');
  const first = String(await code.getAttribute('d'));
  const scanned = await context.newPage();
  await scanned.goto(await rail.scanPage('270'));
  await database.query(
    `UPDATE attempts a SET payable_until = now() + interval '14 seconds'
       FROM orders o WHERE o.id = a.order_id AND o.pay_token = $1`,
    [payUrl.split('/').pop()],
  );
  await expect(code).not.toHaveAttribute('d', first, { timeout: 20_000 });
  await expect(page).toHaveURL(/\/go$/);
  expect((await database.attempts(payUrl)).map(({ state }) => state)).toEqual([
    'superseded',
    'waiting',
  ]);

  await cashier.chooseAnotherWay();
  await cashier.payByBalance('¥2.70');
  await cashier.expectPaid();
  await new GatewayPages(scanned, words).pay();
  await expect
    .poll(() => database.booked(payUrl), { timeout: 60_000 })
    .toEqual({ paid: 2, returned: 1 });
});
