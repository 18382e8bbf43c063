import { expect, inject, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { type ApiClient, newApiClient } from '@/tests/support/api-client';
import { addSubscription } from '@/tests/support/browser-subscription';
import { orderInput } from '@/tests/support/factories/orders';

const { origin } = inject('stack');

const database = {
  query: async (text: string, values?: unknown[]) => (await pool().query(text, values)).rows,
};
const add = ({ merchant }: ApiClient, customerReference?: string) =>
  addSubscription(database, { merchantId: merchant.id, customerReference });

const cancel = (shop: ApiClient, id: string, key = newSortableNumber(), body = '{}') =>
  fetch(`${origin}/api/v1/subscriptions/${id}/cancel`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${shop.secret}`,
      'content-type': 'application/json',
      'idempotency-key': `"${key}"`,
    },
    body,
  });

const periodBody = (over: object = {}) =>
  JSON.stringify({
    ...orderInput({ goods: 'digital', amount: 1_500, return_url: undefined }),
    subscription: { period: 'natural_month' },
    ...over,
  });

test('an order may begin a subscription: the period is presented, and part of what was agreed', async () => {
  const shop = await newApiClient(origin);
  const body = periodBody();
  const created = await shop.post(body);
  expect(created.status).toBe(201);
  const order = await created.json();
  expect(order).toMatchObject({ subscription: { period: 'natural_month' } });
  expect((await shop.post(body)).status).toBe(200);
  const other = { ...JSON.parse(body), subscription: { period: 'rolling_30' } };
  const conflict = await shop.post(JSON.stringify(other));
  expect(conflict.status).toBe(409);
  expect(await conflict.json()).toMatchObject({ code: 'order_conflict' });
});

test.each([
  [{ goods: 'physical' }, 'subscription'],
  [{ subscription: { period: 'weekly' } }, 'subscription.period'],
  [{ subscription: { period: 'rolling_30', days: 3 } }, 'subscription'],
  [{ subscription: 'natural_month' }, 'subscription'],
])('a period that cannot be is refused: %j', async (over, path) => {
  const shop = await newApiClient(origin);
  const answer = await shop.post(periodBody(over));
  expect(answer.status).toBe(422);
  expect(JSON.stringify(await answer.json())).toContain(path);
});

test('a merchant reads its subscriptions one by one and page by page, and never a phone number', async () => {
  const shop = await newApiClient(origin);
  const ids = [await add(shop, 'alice'), await add(shop, 'bob'), await add(shop, 'carol')];
  const one = await shop.get(`/api/v1/subscriptions/${ids[0]}`);
  expect(one.status).toBe(200);
  const subscription = await one.json();
  expect(subscription).toMatchObject({
    id: ids[0],
    period: 'rolling_31',
    amount: 1_000,
    currency: 'CNY',
    state: 'active',
    phone: '138****7000',
    customer_reference: 'alice',
    paid_terms: 2,
    cancelled_at: null,
  });
  const newest = [...ids].sort().reverse();
  const first = await (await shop.get('/api/v1/subscriptions?limit=2')).json();
  expect(first.subscriptions.map(({ id }: { id: string }) => id)).toEqual(newest.slice(0, 2));
  const rest = await (await shop.get(`/api/v1/subscriptions?starting_after=${first.next}`)).json();
  expect(rest).toMatchObject({ subscriptions: [{ id: newest[2] }], next: null });
  const bobs = await (await shop.get('/api/v1/subscriptions?customer_reference=bob')).json();
  expect(bobs.subscriptions).toMatchObject([{ id: ids[1] }]);
  expect((await shop.get('/api/v1/subscriptions?limit=0')).status).toBe(422);
});

test('a merchant cancels: nothing is charged any more, and again it is the same answer', async () => {
  const shop = await newApiClient(origin);
  const id = await add(shop);
  const key = newSortableNumber();
  const first = await cancel(shop, id, key);
  expect(first.status).toBe(200);
  const cancelled = await first.json();
  expect(cancelled).toMatchObject({ id, state: 'cancelled', next_charge_on: null });
  expect(cancelled.paid_through).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  const again = await cancel(shop, id, key);
  expect(again.headers.get('idempotency-hit')).toBe('true');
  expect(await again.json()).toEqual(cancelled);
  expect(await (await cancel(shop, id)).json()).toEqual(cancelled);
  expect((await cancel(shop, id, newSortableNumber(), '{"now":true}')).status).toBe(422);
  const other = await add(shop);
  expect((await cancel(shop, other, key)).status).toBe(422);
  expect(await (await shop.get(`/api/v1/subscriptions/${other}`)).json()).toMatchObject({
    state: 'active',
  });
});

test('another merchant’s subscription is as unknown as none, and nobody reads or cancels without a key', async () => {
  const [shop, stranger] = [await newApiClient(origin), await newApiClient(origin)];
  const id = await add(shop);
  for (const known of [id, 'sub_%00']) {
    for (const answer of [
      await stranger.get(`/api/v1/subscriptions/${known}`),
      await cancel(stranger, known),
    ]) {
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'subscription_not_found' });
    }
  }
  expect((await cancel({ ...stranger, secret: 'nonsense' }, id)).status).toBe(401);
  expect(await (await shop.get(`/api/v1/subscriptions/${id}`)).json()).toMatchObject({
    state: 'active',
  });
});
