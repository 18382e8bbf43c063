import { expect, inject, test } from 'vitest';
import { type ApiClient, newApiClient } from '@/tests/support/api-client';
import { seedCustomer } from '@/tests/support/factories/customers';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeOrderFor } from '@/tests/support/factories/payable-order';

const { origin } = inject('stack');

/** So many calls at one moment; each under the key that it is given. */
async function atOnce(
  shop: ApiClient,
  path: string,
  calls: readonly { body: object; key: string }[],
): Promise<{ status: number; text: string }[]> {
  return Promise.all(
    calls.map(async ({ body, key }) => {
      const answer = await shop.post(JSON.stringify(body), { 'idempotency-key': `"${key}"` }, path);
      return { status: answer.status, text: await answer.text() };
    }),
  );
}

/** What those were told who were not told to come again; the others were told just that. */
function answered(answers: readonly { status: number; text: string }[]): string[] {
  for (const { status, text } of answers.filter(({ status }) => status >= 400)) {
    expect([status, JSON.parse(text).code]).toEqual([409, 'idempotency_in_progress']);
  }
  const given = answers.filter(({ status }) => status < 400).map(({ text }) => text);
  expect(given.length).toBeGreaterThan(0);
  return [...new Set(given)];
}

async function paidOrder() {
  const shop = await newApiClient(origin);
  const merchantId = shop.merchant.id;
  await seedCustomer({ merchantId, reference: 'alice' });
  const { id } = await payFromBalance(await makeOrderFor(merchantId, { amountMinor: 1_000n }));
  return { shop, path: `/api/v1/orders/${id}/refunds` };
}
const refundsAt = async (shop: ApiClient, path: string): Promise<{ amount: number }[]> =>
  (await (await shop.get(path)).json()).refunds;

test('a refund that is asked for twenty times at once under one key is made once', async () => {
  const { shop, path } = await paidOrder();
  const call = { body: { merchant_refund_no: 'R1', amount: 100 }, key: 'once' };
  const answers = await atOnce(
    shop,
    path,
    Array.from({ length: 20 }, () => call),
  );
  expect(answered(answers)).toHaveLength(1);
  expect(await refundsAt(shop, path)).toMatchObject([{ amount: 100 }]);
});

test('of ten refunds at once over three tenths each, three are made', async () => {
  const { shop, path } = await paidOrder();
  const calls = Array.from({ length: 10 }, (_, n) => ({
    body: { merchant_refund_no: `R${n}`, amount: 300 },
    key: `refund ${n}`,
  }));
  const answers = await atOnce(shop, path, calls);
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array(3).fill(201), ...Array(7).fill(409)]);
  for (const { text } of answers.filter(({ status }) => status === 409)) {
    expect(JSON.parse(text)).toMatchObject({ code: 'refund_exceeds_payment' });
  }
  expect(await refundsAt(shop, path)).toHaveLength(3);
});

test('a secret that is replaced five times at once under one key is replaced once', async () => {
  const shop = await newApiClient(origin);
  const base = '/api/v1/webhook-endpoints';
  const made = await shop.post(JSON.stringify({ url: 'https://shop.example/hook' }), {}, base);
  const { id, secret } = await made.json();
  const call = { body: {}, key: 'rotate' };
  const path = `${base}/${id}/rotate-secret`;
  const answers = await atOnce(
    shop,
    path,
    Array.from({ length: 5 }, () => call),
  );
  const [shown, ...others] = answered(answers);
  expect(others).toEqual([]);
  expect(JSON.parse(shown ?? '').secret).not.toBe(secret);
  // Told again, it is the same one: what is shown is what signs.
  const again = await shop.post('{}', { 'idempotency-key': '"rotate"' }, path);
  expect(await again.text()).toBe(shown);
});
