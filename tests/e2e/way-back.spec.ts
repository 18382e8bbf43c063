import { test as base, expect } from '../support/browser-fixtures';
import { addContractedMerchant, addWebhookEndpoint } from '../support/browser-merchant';
import { withLongSeconds } from '../support/long-seconds';
import { StatusPages } from '../support/pages-status';
import { startWebhookReceiver } from '../support/webhook-receiver';

const test = base.extend<{ status: StatusPages }>({
  status: async ({ page, locale }, use) => use(new StatusPages(page, locale)),
});
const orderOf = (payUrl: string) => [payUrl.split('/').pop()];

test('a paid page leads back only when the shop has been told, and stays for whoever wants to stay', async ({
  page,
  order,
  cashier,
  gateway,
  status,
  words,
  database,
}) => {
  const { merchantId, apiKey } = await addContractedMerchant(database, ['api_wap']);
  const payUrl = await order({ amount: 490, customer: null, apiKey, returns: true });
  let take: (status: number) => void = () => undefined;
  const receiver = await startWebhookReceiver(() => new Promise((resolve) => (take = resolve)));
  await addWebhookEndpoint(database, { merchantId, url: receiver.url });

  await withLongSeconds(page);
  await page.goto(payUrl);
  await cashier.payByQuickPass('¥4.90');
  await gateway.pay();
  await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(1);
  // The five seconds that it waits at most take as long as this test needs.
  await database.query(
    `UPDATE orders SET paid_at = now() + interval '5 minutes' WHERE pay_token = $1`,
    orderOf(payUrl),
  );
  await gateway.goBack();
  await cashier.expectPaid();
  await expect(page.getByText(status.say.back.telling).first()).toBeVisible();
  take(204);
  await expect(page.getByText(/[1-5] 秒后/).first()).toBeVisible();
  await status.stay().click();
  await expect(status.stay()).toHaveCount(0);
  await expect(page.getByRole('link', { name: words.cashier.backToMerchant })).toBeVisible();
  await receiver.close();
});

test('a shop that is told gets its shopper back by itself, with a signed answer; whoever comes back again stays', async ({
  page,
  order,
  cashier,
}) => {
  await page.goto(await order({ returns: true }));
  await cashier.payByBalance('¥0.01');
  await cashier.expectPaid();
  await expect(page).toHaveURL(/\/demo\?order_id=.*&status=paid&.*&sign=[0-9a-f]{64}/, {
    timeout: 20_000,
  });
  await page.clock.install();
  await page.goBack();
  await cashier.expectPaid();
  await page.clock.runFor(30_000);
  await expect(page).toHaveURL(/\/result$/);
});
