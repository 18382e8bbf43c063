import { expect, inject, test } from 'vitest';
import { newSortableNumber } from '@/lib/core/ids';
import { type ApiClient, newApiClient } from '@/tests/support/api-client';
import { seedCustomer } from '@/tests/support/factories/customers';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeOrderFor } from '@/tests/support/factories/payable-order';

const { origin } = inject('stack');

/** A merchant's server, and an order of ¥10 that its customer paid from balance. */
async function paidOrder() {
  const shop = await newApiClient(origin);
  const merchantId = shop.merchant.id;
  await seedCustomer({ merchantId, reference: 'alice' });
  const { id } = await payFromBalance(await makeOrderFor(merchantId, { amountMinor: 1_000n }));
  return { shop, orderId: id, path: `/api/v1/orders/${id}/refunds` };
}

const post = (shop: ApiClient, path: string, body: object, key = newSortableNumber()) =>
  fetch(`${origin}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${shop.secret}`,
      'content-type': 'application/json',
      'idempotency-key': `"${key}"`,
    },
    body: JSON.stringify(body),
  });

test('a refund is made, read alone, in the list and on the order', async () => {
  const { shop, orderId, path } = await paidOrder();
  const answer = await post(shop, path, {
    merchant_refund_no: 'R1',
    amount: 400,
    reason: '少发一件',
  });
  expect(answer.status).toBe(201);
  const refund = await answer.json();
  expect(refund).toEqual({
    id: expect.stringMatching(/^ref_/),
    order_id: orderId,
    merchant_refund_no: 'R1',
    amount: 400,
    currency: 'CNY',
    state: 'succeeded',
    reason: '少发一件',
    failure_reason: null,
    requested_at: expect.stringMatching(/Z$/),
  });
  expect(await (await shop.get(`${path}/${refund.id}`)).json()).toEqual(refund);
  expect(await (await shop.get(path)).json()).toEqual({ refunds: [refund] });
  expect(await (await shop.get(`/api/v1/orders/${orderId}`)).json()).toMatchObject({
    state: 'paid',
    refunded: 400,
    payment: { method: 'balance', channel: 'balance', card_type: null },
  });
});

test('the same key gets the same answer, the same refund number the same refund', async () => {
  const { shop, path } = await paidOrder();
  const body = { merchant_refund_no: 'R2', amount: 100 };
  const first = await post(shop, path, body, 'refund key');
  const again = await post(shop, path, body, 'refund key');
  expect([again.status, again.headers.get('idempotency-hit')]).toEqual([201, 'true']);
  expect(await again.text()).toBe(await first.text());
  const reused = await post(shop, path, { ...body, amount: 200 }, 'refund key');
  expect([reused.status, (await reused.json()).code]).toEqual([422, 'idempotency_key_reused']);
  expect((await post(shop, path, body)).status).toBe(200);
  const other = await post(shop, path, { ...body, amount: 200 });
  expect([other.status, (await other.json()).code]).toEqual([409, 'refund_conflict']);
  expect((await (await shop.get(path)).json()).refunds).toHaveLength(1);
});

test.each([
  [{ merchant_refund_no: 'R3', amount: 1_001 }, 409, 'refund_exceeds_payment'],
  [{ merchant_refund_no: 'R3', amount: 0 }, 422, 'invalid_request'],
  [{ merchant_refund_no: 'R 3', amount: 1 }, 422, 'invalid_request'],
  [{ merchant_refund_no: 'R3', amount: 1, to: 'me' }, 422, 'invalid_request'],
])('%j is refused with %i %s, and nothing moves', async (body, status, code) => {
  const { shop, path } = await paidOrder();
  const answer = await post(shop, path, body);
  expect([answer.status, (await answer.json()).code]).toEqual([status, code]);
  expect(await (await shop.get(path)).json()).toEqual({ refunds: [] });
});

test('another merchant’s order has no refunds to make or to see', async () => {
  const { path } = await paidOrder();
  const stranger = await newApiClient(origin);
  const answer = await post(stranger, path, { merchant_refund_no: 'R4', amount: 1 });
  expect([answer.status, (await answer.json()).code]).toEqual([404, 'order_not_found']);
  expect((await stranger.get(path)).status).toBe(404);
});
