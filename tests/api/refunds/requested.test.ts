import { expect, inject, test } from 'vitest';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { cny } from '@/lib/money/money';
import { requestRefundByShopper } from '@/lib/refunds/request-refund-by-shopper';
import { type ApiClient, newApiClient } from '@/tests/support/api-client';
import { seedCustomer } from '@/tests/support/factories/customers';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeOrderFor } from '@/tests/support/factories/payable-order';

const { origin } = inject('stack');

/** A merchant's server, and ¥3 of ¥10 that one of its shoppers asks to have back. */
async function requested() {
  const shop = await newApiClient(origin);
  const merchantId = shop.merchant.id;
  await seedCustomer({ merchantId, reference: 'alice' });
  const { id: orderId } = await payFromBalance(
    await makeOrderFor(merchantId, { amountMinor: 1_000n }),
  );
  const { id } = await requestRefundByShopper({
    ...{ orderId, amount: cny(300n), reason: 'changed_mind', words: '不想要了' },
    formKey: newSortableNumber(),
    reader: { found: orderId, userId: null, device: undefined },
    address: newSortableNumber(),
  });
  return { shop, orderId, id, path: `/api/v1/refunds/${id}` };
}

const post = async (shop: ApiClient, path: string, body: object) => {
  const answer = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${shop.secret}`,
      'content-type': 'application/json',
      'idempotency-key': `"${newSortableNumber()}"`,
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
};

test('a shop’s server reads what a shopper asks for, agrees, and is answered the same again', async () => {
  const { shop, orderId, id, path } = await requested();
  const read = await (await shop.get(path)).json();
  expect(read).toMatchObject({ id, order_id: orderId, amount: 300, state: 'requested' });
  const first = await post(shop, `${path}/approve`, {});
  expect(first).toMatchObject({ status: 200, body: { id, state: 'succeeded' } });
  expect(await post(shop, `${path}/approve`, {})).toEqual(first);
  const late = await post(shop, `${path}/decline`, { reason: '晚了' });
  expect([late.status, late.body.code]).toEqual([409, 'state_conflict']);
});

test('a shop’s server declines in words, once', async () => {
  const { shop, id, path } = await requested();
  const wordless = await post(shop, `${path}/decline`, { reason: ' ' });
  expect([wordless.status, wordless.body.code]).toEqual([422, 'invalid_request']);
  const first = await post(shop, `${path}/decline`, { reason: '已拆封' });
  expect(first).toMatchObject({ status: 200, body: { id, state: 'declined' } });
  expect(await post(shop, `${path}/decline`, { reason: '另一个理由' })).toEqual(first);
  const late = await post(shop, `${path}/approve`, {});
  expect([late.status, late.body.code]).toEqual([409, 'state_conflict']);
});

test('another shop’s refund is answered as one that does not exist', async () => {
  const { id } = await requested();
  const stranger = await newApiClient(origin);
  const answers = await Promise.all(
    [id, newId('ref')].map(async (one) => {
      const path = `/api/v1/refunds/${one}`;
      return [
        (await stranger.get(path)).status,
        (await post(stranger, `${path}/approve`, {})).body.code,
        (await post(stranger, `${path}/decline`, { reason: '不' })).body.code,
      ];
    }),
  );
  const unknown = [404, 'refund_not_found', 'refund_not_found'];
  expect(answers).toEqual([unknown, unknown]);
});

test('a shop’s server lists the refunds of all its orders, newest first, and finds one by order or by its own number', async () => {
  const { shop, orderId, id } = await requested();
  const merchantId = shop.merchant.id;
  const { id: other } = await payFromBalance(await makeOrderFor(merchantId, { amountMinor: 500n }));
  const made = await post(shop, `/api/v1/orders/${other}/refunds`, {
    ...{ merchant_refund_no: 'R-1', amount: 200 },
  });
  const list = async (query = '') => (await shop.get(`/api/v1/refunds${query}`)).json();
  const ids = (page: { refunds: { id: string }[] }) => page.refunds.map((refund) => refund.id);
  expect(await list()).toMatchObject({
    refunds: [made.body, { id, state: 'requested' }],
    next: null,
  });
  const first = await list('?limit=1');
  expect(ids(await list(`?limit=1&starting_after=${first.next}`))).toEqual([id]);
  expect(ids(await list(`?order_id=${orderId}`))).toEqual([id]);
  expect(ids(await list('?merchant_refund_no=R-1'))).toEqual([made.body.id]);
  expect(ids(await list('?requested_to=2020-01-01T00:00:00Z'))).toEqual([]);
  const stranger = await newApiClient(origin);
  expect(await (await stranger.get(`/api/v1/refunds?order_id=${orderId}`)).json()).toEqual({
    ...{ refunds: [], next: null },
  });
  for (const wrong of ['?order_id=x', '?state=failed', '?limit=101', '?requested_from=now']) {
    expect((await shop.get(`/api/v1/refunds${wrong}`)).status).toBe(422);
  }
});
