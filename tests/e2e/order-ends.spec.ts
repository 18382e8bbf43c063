import { expect, test } from '../support/browser-fixtures';

const tokenOf = (payUrl: string): string => payUrl.split('/').pop() ?? '';

test('an expired order says so, takes no payment and leads back to the shop', async ({
  page,
  order,
  cashier,
  words,
  database,
}) => {
  const payUrl = await order();
  await database.query(
    `UPDATE orders SET expires_at = now() - interval '1 minute' WHERE pay_token = $1`,
    [tokenOf(payUrl)],
  );
  await page.goto(payUrl);
  await expect(cashier.heading(words.cashier.over.expired.title)).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await cashier.returnToShop();
  await expect(page).toHaveURL(/\/demo\?order_id=.*status=expired/);
});

test('an order that expires while the page is open turns into the expired page by itself', async ({
  page,
  order,
  cashier,
  words,
  database,
}) => {
  const payUrl = await order();
  await database.query(
    `UPDATE orders SET expires_at = now() + interval '5 seconds' WHERE pay_token = $1`,
    [tokenOf(payUrl)],
  );
  await page.goto(payUrl);
  await cashier.expectToChoose('¥0.01');
  await expect(cashier.heading(words.cashier.over.expired.title)).toBeVisible({ timeout: 20_000 });
});

test('a closed order says so and takes no payment', async ({
  page,
  order,
  cashier,
  words,
  database,
}) => {
  const payUrl = await order();
  await database.query(`UPDATE orders SET state = 'closed' WHERE pay_token = $1`, [
    tokenOf(payUrl),
  ]);
  await page.goto(payUrl);
  await expect(cashier.heading(words.cashier.over.closed.title)).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
});

test('a paid order shows its result at every address', async ({ page, order, cashier }) => {
  const payUrl = await order();
  await page.goto(payUrl);
  await cashier.payByBalance('¥0.01');
  await cashier.expectPaid();
  await page.goto(payUrl);
  await cashier.expectPaid();
  await page.goto(`${payUrl}/go`);
  await cashier.expectPaid();
});

test('an unknown order is a page of its own, and says 404 to machines', async ({
  page,
  cashier,
  words,
}) => {
  const response = await page.goto(`/pay/${'x'.repeat(43)}`);
  expect(response?.status()).toBe(404);
  await expect(cashier.heading(words.cashier.unknownOrder.title)).toBeVisible();
});

test('a link that somebody changed is refused in words, with nothing of it on the page', async ({
  page,
  cashier,
  words,
}) => {
  const response = await page.goto(
    `/pay?merchant=mer_hemu&key_id=lnk_x&order_no=A1&amount=1&subject=%3Cb%3Ehello&goods=digital&expires=1999999999&sign=${'0'.repeat(64)}`,
  );
  expect(response?.status()).toBe(403);
  await expect(cashier.heading(words.cashier.refused.title)).toBeVisible();
  await expect(page.getByText('hello')).toHaveCount(0);
});
