import { expect, test } from '../support/browser-fixtures';
import { stackInfo } from '../support/browser-settings';

test('an order left at the cashier can be paid from the shop later, and is still one order', async ({
  page,
  shop,
  cashier,
  words,
  database,
}) => {
  await shop.open();
  await shop.buy('coins');
  await cashier.expectToChoose('¥6.00');
  const payUrl = page.url();
  const [order] = await database.query(
    'SELECT merchant_order_no AS no FROM orders WHERE pay_token = $1',
    [new URL(payUrl).pathname.split('/').pop()],
  );
  await page.goto(`/demo/orders/${order?.no}`);
  await expect(shop.status()).toContainText(words.demo.order.placed.title);
  await page.getByRole('button', { name: words.demo.order.pay }).click();
  await expect(page).toHaveURL(payUrl);
});

test('a result that nobody signed does not make the shop believe in money', async ({
  page,
  shop,
  cashier,
  words,
  database,
}) => {
  await shop.open();
  await shop.buy('test');
  await cashier.expectToChoose('¥0.01');
  const [order] = await database.query(
    'SELECT merchant_order_no AS no, id FROM orders WHERE pay_token = $1',
    [new URL(page.url()).pathname.split('/').pop()],
  );
  const forged = new URLSearchParams({
    order_id: String(order?.id),
    order_no: String(order?.no),
    status: 'paid',
    timestamp: '1795219250',
    // Everything is right but the signature.
    key_id: stackInfo().env.DEMO_SHOP_LINK_KEY_ID ?? '',
    sign: 'a'.repeat(64),
  });
  await page.goto(`/demo/orders/${order?.no}?${forged}`);
  await expect(page.getByText(words.demo.order.unsigned)).toBeVisible();
  await expect(shop.status()).toContainText(words.demo.order.placed.title);
});
