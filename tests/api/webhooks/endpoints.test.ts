import { expect, inject, test } from 'vitest';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { type ApiClient, newApiClient } from '@/tests/support/api-client';
import { seedCustomer } from '@/tests/support/factories/customers';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeOrderFor, PASSWORD } from '@/tests/support/factories/payable-order';

const { origin } = inject('stack');
const BASE = '/api/v1/webhook-endpoints';
const URL = 'https://shop.example/hook';

const post = (shop: ApiClient, path: string, body: object, headers = {}) =>
  shop.post(JSON.stringify(body), headers, `${BASE}${path}`);

async function addEndpoint(shop: ApiClient, body: object = { url: URL }) {
  const answer = await post(shop, '', body);
  expect(answer.status).toBe(201);
  return answer.json();
}

test('an endpoint’s secret is shown in the answer that makes it and to who repeats that call, and nowhere else', async () => {
  const shop = await newApiClient(origin);
  const key = { 'idempotency-key': '"endpoint-1"' };
  const body = { url: URL, topics: ['refund.failed', 'order.paid'] };
  const first = await post(shop, '', body, key);
  const text = await first.text();
  const { secret, ...endpoint } = JSON.parse(text);
  expect(first.status).toBe(201);
  expect(secret).toMatch(/^whsec_/);
  expect(endpoint).toMatchObject({
    url: URL,
    topics: ['order.paid', 'refund.failed'],
    enabled: true,
  });
  const again = await post(shop, '', body, key);
  expect([again.status, await again.text(), again.headers.get('idempotency-hit')]).toEqual([
    ...[201, text, 'true'],
  ]);
  expect(await (await shop.get(BASE)).json()).toEqual({ webhook_endpoints: [endpoint] });
  expect(await (await shop.get(`${BASE}/${endpoint.id}`)).json()).toEqual(endpoint);
  const kept = await db().idempotencyKey.findMany({ where: { merchantId: shop.merchant.id } });
  expect(kept.map(({ answer }) => answer).join()).not.toContain(secret.slice(6, 20));
});

test('an endpoint is changed in what is named, switched off and on, and removed', async () => {
  const shop = await newApiClient(origin);
  const { id, secret: _, ...made } = await addEndpoint(shop);
  const url = 'https://shop.example/other';
  const moved = await (await post(shop, `/${id}`, { url })).json();
  expect(moved).toEqual({ id, ...made, url });
  const off = await (await post(shop, `/${id}`, { enabled: false })).json();
  expect(off).toEqual({ ...moved, enabled: false, disabled_reason: 'merchant' });
  const key = { 'idempotency-key': newId('req') };
  const change = { enabled: true, topics: ['order.paid'] };
  const on = await (await post(shop, `/${id}`, change, key)).json();
  expect(on).toEqual({ ...moved, topics: ['order.paid'] });
  const removed = await shop.post('', { 'content-type': undefined }, `${BASE}/${id}`, 'DELETE');
  expect([removed.status, await removed.json()]).toEqual([200, { id, removed: true }]);
  expect((await shop.get(`${BASE}/${id}`)).status).toBe(404);
  // A stored answer outlives what it is about; nothing new is done.
  const again = await post(shop, `/${id}`, change, key);
  expect([again.status, await again.json()]).toEqual([200, on]);
  for (const path of ['', '/rotate-secret', '/test']) {
    expect((await post(shop, `/${id}${path}`, {})).status).toBe(404);
  }
});

test('a replaced secret signs beside the former one for a day, or alone at once', async () => {
  const shop = await newApiClient(origin);
  const { id, secret } = await addEndpoint(shop);
  const rotated = await (await post(shop, `/${id}/rotate-secret`, {})).json();
  expect(rotated.secret).not.toBe(secret);
  const hours = (Date.parse(rotated.former_secret_until) - Date.now()) / 3_600_000;
  expect(Math.round(hours)).toBe(24);
  const alone = await (await post(shop, `/${id}/rotate-secret`, { at_once: true })).json();
  expect(alone.former_secret_until).toBeNull();
});

test.each([
  [{}, 422],
  [{ url: 'ftp://shop.example' }, 422],
  [{ url: 'https://user:word@shop.example' }, 422],
  [{ url: 'https://shop.example/a b' }, 422],
  [{ url: 'http://10.0.0.1/hook' }, 422],
  [{ url: URL, topics: ['order.unheard_of'] }, 422],
])('an endpoint that cannot be is refused: %j', async (body, status) => {
  const shop = await newApiClient(origin);
  expect((await post(shop, '', body)).status).toBe(status);
});

test('another shop’s endpoint and event are as unknown as none', async () => {
  const [shop, other] = [await newApiClient(origin), await newApiClient(origin)];
  const { id } = await addEndpoint(shop);
  for (const wrong of [id, newId('whe')]) {
    const answers = [
      await other.get(`${BASE}/${wrong}`),
      await post(other, `/${wrong}`, { enabled: false }),
      await post(other, `/${wrong}/rotate-secret`, {}),
      await post(other, `/${wrong}/test`, {}),
      await other.post('', { 'content-type': undefined }, `${BASE}/${wrong}`, 'DELETE'),
    ];
    for (const answer of answers) {
      expect([answer.status, (await answer.json()).code]).toEqual([404, 'endpoint_not_found']);
    }
  }
  const tested = await (await post(shop, `/${id}/test`, {})).json();
  expect((await shop.get(`/api/v1/events/${tested.event_id}`)).status).toBe(200);
  for (const wrong of [tested.event_id, newId('evt')]) {
    const answer = await other.get(`/api/v1/events/${wrong}`);
    expect([answer.status, (await answer.json()).code]).toEqual([404, 'event_not_found']);
  }
});

test('what happened is listed with or without an endpoint, by kind and by object, newest first', async () => {
  const shop = await newApiClient(origin);
  const merchantId = shop.merchant.id;
  await seedCustomer({ merchantId, reference: 'alice', paymentPassword: PASSWORD });
  const first = await payFromBalance(await makeOrderFor(merchantId, { amountMinor: 100n }));
  const second = await payFromBalance(await makeOrderFor(merchantId, { amountMinor: 200n }));
  const list = async (query = '') => (await shop.get(`/api/v1/events${query}`)).json();
  await expect
    .poll(async () => (await list()).events.filter(({ data }: { data: unknown }) => data).length)
    .toBe(2);
  const { events } = await list('?type=order.paid');
  expect(events).toMatchObject([
    { type: 'order.paid', object_id: second.id, sequence: 1, data: { order_id: second.id } },
    { type: 'order.paid', object_id: first.id, sequence: 1 },
  ]);
  expect((await list(`?object_id=${first.id}`)).events).toEqual([events[1]]);
  expect((await list('?type=refund.failed')).events).toEqual([]);
  const page = await list('?limit=1');
  expect((await list(`?limit=1&starting_after=${page.next}`)).events).toEqual([events[1]]);
  expect(await (await shop.get(`/api/v1/events/${events[0].id}`)).json()).toEqual(events[0]);
  for (const wrong of ['?type=x', '?object_id=%00', '?created_from=today', '?page=2']) {
    expect((await shop.get(`/api/v1/events${wrong}`)).status).toBe(422);
  }
});
