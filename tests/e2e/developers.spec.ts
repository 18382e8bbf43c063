import { randomUUID } from 'node:crypto';
import zh from '@/app/_messages/zh-CN/developers.json';
import webhooks from '@/app/_messages/zh-CN/webhooks.json';
import { readWebhook } from '@/lib/sdk/webhook';
import { addContractedMerchant } from '../support/browser-merchant';
import { stackInfo } from '../support/browser-settings';
import { addMerchantMember } from '../support/browser-staff';
import { expect, test } from '../support/sign-in-fixtures';
import { startWebhookReceiver } from '../support/webhook-receiver';

test.use({ locale: 'zh-CN' });

/** A call of the merchant API, with a body that every POST of this story takes. */
async function post(path: string, apiKey: string, body: object) {
  const key = randomUUID();
  const answer = await fetch(`${stackInfo().origin}/api/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  });
  const id = answer.headers.get('x-request-id') ?? '';
  return { status: answer.status, body: await answer.json(), id, key };
}

test('a developer adds an endpoint, is told what broke a delivery, sends it again, and finds a call in the log', async ({
  page,
  browser,
  database,
  signIn,
}) => {
  const { merchantId, apiKey } = await addContractedMerchant(database, []);
  const developer = await addMerchantMember(database, 'developer', { merchantId });
  let answer = 204;
  const receiver = await startWebhookReceiver(() => answer);

  await page.goto('/merchant/endpoints/new');
  await signIn.signInAsMember(developer);
  const words = zh.endpoints;
  const url = page.getByLabel(words.url, { exact: true });
  await url.fill('shop.example');
  await signIn.button(words.addSubmit).click();
  await expect(page.getByText(zh.problem.url)).toBeVisible();
  await expect(url).toHaveValue('shop.example');
  await url.fill(receiver.url);
  await page.getByRole('radio', { name: words.which.some }).check();
  await page.getByRole('checkbox', { name: webhooks.topics.order_closed }).check();
  await signIn.expectFit();
  await signIn.button(words.addSubmit).click();
  await expect(page.getByText(words.done.created)).toBeVisible();
  const secret = (await page.getByRole('status').locator('code').textContent()) ?? '';
  await page.getByRole('link', { name: words.open }).click();
  await expect(page.getByText(zh.standing.on)).toBeVisible();
  await signIn.expectFit();

  await signIn.button(words.test).click();
  const facts = page.getByRole('definition');
  await expect(facts.getByText(webhooks.state.delivered)).toBeVisible();
  const [ping] = receiver.received;
  const told = readWebhook(ping?.body ?? '', ping?.headers ?? {}, secret);
  expect(told).toMatchObject({ type: 'test.ping' });

  // From here on the shop's own server is broken.
  answer = 500;
  const order = await post('/orders', apiKey, {
    ...{ merchant_order_no: randomUUID(), amount: 100, currency: 'CNY' },
    ...{ subject: '测试商品', goods: 'digital' },
  });
  const closed = await post(`/orders/${order.body.id}/close`, apiKey, {});
  expect(closed.status).toBe(200);
  await expect.poll(() => receiver.received.length).toBeGreaterThan(1);
  await page.goto('/merchant/deliveries?topic=order.closed');
  await page.getByRole('link', { name: 'order.closed' }).click();
  const { what, todo } = webhooks.doctor.status_server;
  await expect(page.getByText(what.replace('{status}', '500')).first()).toBeVisible();
  await expect(page.getByText(todo).first()).toBeVisible();
  // So that the next try of its own is not under way when it is sent again by hand.
  await database.query(
    `UPDATE deliveries SET next_try_at = now() + interval '1 hour' WHERE merchant_id = $1 AND state = 'pending'`,
    [merchantId],
  );
  await page.getByText(zh.try.exchange).first().click();
  await expect(page.getByText('webhook-id:').first()).toBeVisible();
  await signIn.expectFit();

  // Repaired, and sent again: the same event under the same number.
  answer = 204;
  await signIn.button(zh.deliveries.resend).click();
  await expect(page.getByText(zh.deliveries.resent)).toBeVisible();
  await expect(facts.getByText(webhooks.state.delivered)).toBeVisible();
  const numbers = receiver.received.slice(1).map(({ headers }) => headers['webhook-id']);
  expect(new Set(numbers).size).toBe(1);

  // Without JavaScript: what a time held is counted first, and then sent.
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    locale: 'zh-CN',
    viewport: { width: 360, height: 740 },
  });
  const quiet = await plain.newPage();
  const delivery = page.url();
  await quiet.goto(`${stackInfo().origin}/merchant/deliveries/resend`);
  const { which, count, found, submit, done } = zh.resend;
  await quiet.getByRole('radio', { name: which.all, exact: false }).last().check();
  await quiet.getByRole('button', { name: count, exact: true }).click();
  await expect(quiet.getByText(found.replace('{count}', '1'))).toBeVisible();
  const before = receiver.received.length;
  await quiet.getByRole('button', { name: submit.replace('{count}', '1') }).click();
  await expect(quiet.getByText(done.replace('{count}', '1'))).toBeVisible();
  await expect.poll(() => receiver.received.length).toBeGreaterThan(before);

  // The log of calls, by the number in the answer, and by the caller's own key.
  const refused = await post(`/orders/${order.body.id}/refunds`, apiKey, {
    ...{ merchant_refund_no: 'R-1', amount: 100 },
  });
  expect(refused.status).toBe(409);
  await page.goto('/merchant/requests');
  await signIn.expectFit();
  const find = page.getByLabel(zh.requests.find, { exact: true });
  await find.fill(closed.id);
  await signIn.button(zh.requests.submit).click();
  await expect(page.getByText(`POST /api/v1/orders/${order.body.id}/close`)).toBeVisible();
  await expect(page.getByText(closed.key)).toBeVisible();
  await find.fill(refused.key);
  await signIn.button(zh.requests.submit).click();
  await expect(page.getByRole('link', { name: 'order_not_paid' })).toHaveAttribute(
    'href',
    '/docs/errors#order_not_paid',
  );
  await signIn.expectFit();

  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of [page.url(), delivery, '/merchant/deliveries', '/merchant/endpoints']) {
    await page.goto(address);
    await signIn.expectFit();
  }
  await page.getByRole('link', { name: receiver.url }).click();
  await expect(page.getByText(zh.secret.title)).toBeVisible();
  await signIn.expectFit();

  await quiet.goto(`${stackInfo().origin}/merchant/endpoints`);
  await quiet.getByRole('link', { name: receiver.url }).click();
  await expect(quiet.getByText(zh.secret.title)).toBeVisible();
  await quiet.getByText(words.remove).click();
  await quiet.getByRole('button', { name: words.removeConfirm }).click();
  await expect(quiet.getByText(words.done.removed)).toBeVisible();
  await plain.close();
  await receiver.close();
});
