import { expect, inject, test } from 'vitest';
import { KEEP_REQUESTS_DAYS } from '@/lib/api/api-request';
import { listRequests } from '@/lib/api/list-requests';
import { OPERATIONS } from '@/lib/api/operations';
import { sweepRequests } from '@/lib/api/sweep-requests';
import { db } from '@/lib/core/db';
import { type ApiClient, newApiClient } from '@/tests/support/api-client';
import { orderInput } from '@/tests/support/factories/orders';

const { origin } = inject('stack');

/** The shop's calls as its own log shows them, once there are so many: they are written after the answer. */
async function logged({ merchant }: ApiClient, count: number) {
  const read = async () => (await listRequests({ merchantId: merchant.id })).requests;
  await expect.poll(async () => (await read()).length).toBe(count);
  return read();
}

test('a call is served by the version it names, or by its key’s; another version is refused', async () => {
  const shop = await newApiClient(origin);
  const version = '2026-11-01';
  for (const named of [undefined, version]) {
    const headers = named ? { 'cashier-version': named } : undefined;
    const answer = await shop.get('/api/v1/orders', headers);
    expect([answer.status, answer.headers.get('cashier-version')]).toEqual([200, version]);
  }
  for (const unknown of ['2026-11-02', '1', '']) {
    const answer = await shop.get('/api/v1/orders', { 'cashier-version': unknown });
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'api_version_unknown']);
    expect(answer.headers.get('cashier-version')).toBe(version);
  }
  expect((await logged(shop, 5)).map(({ code }) => code)).toContain('api_version_unknown');
});

test('a problem says where it is explained and what the call is known by', async () => {
  const shop = await newApiClient(origin);
  const answer = await shop.get('/api/v1/orders/ord_none');
  const requestId = answer.headers.get('x-request-id');
  expect(await answer.json()).toMatchObject({
    code: 'order_not_found',
    doc_url: `${origin}/docs/errors#order_not_found`,
    request_id: requestId,
    instance: `urn:cashier:request:${requestId}`,
  });
});

test('what is no call is refused as a call is: an address that is none, and another method than it takes', async () => {
  const { secret } = await newApiClient(origin);
  const ask = (path: string, method: string) =>
    fetch(`${origin}${path}`, { method, headers: { authorization: `Bearer ${secret}` } });
  for (const path of ['/api/v1', '/api/v1/secrets', '/api/v1/orders/a/b/c']) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await ask(path, method);
      expect([path, method, answer.status, (await answer.json()).code]).toEqual([
        ...[path, method, 404, 'path_unknown'],
      ]);
    }
  }
  const refusals = [...new Set(OPERATIONS.map((one) => one.path))].map(async (path) => {
    const served: string[] = OPERATIONS.filter((one) => one.path === path).map((o) => o.method);
    const allowed = [...served, ...(served.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort();
    const at = path.replace(/\{\w+\}/g, 'x');
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !served.includes(one));
    for (const method of [...others, 'OPTIONS']) {
      const answer = await ask(at, method);
      const status = method === 'OPTIONS' ? 204 : 405;
      const allow = answer.headers.get('allow')?.split(', ').sort();
      expect([method, path, answer.status, allow]).toEqual([method, path, status, allowed]);
    }
  });
  await Promise.all(refusals);
});

test('a query that is not described is refused wherever it stands, and changes nothing', async () => {
  const shop = await newApiClient(origin);
  const body = JSON.stringify(orderInput());
  const answers = [
    await shop.post(body, {}, '/api/v1/orders?expires_in=60'),
    await shop.post('a', { 'content-type': 'text/csv' }, '/api/v1/agreement-migrations?a=1'),
    await shop.post('', {}, '/api/v1/agreements/agr_1?a=1', 'DELETE'),
    await shop.get('/api/v1/orders?lang=en'),
    await shop.get('/api/v1/orders?state=open&state=paid'),
    await shop.get('/api/v1/balance?at=now'),
  ];
  for (const answer of answers) {
    expect([answer.status, (await answer.json()).code]).toEqual([422, 'invalid_request']);
  }
  expect(await (await shop.get('/api/v1/orders')).json()).toEqual({ orders: [], next: null });
});

test('whoever has used up its rate is told when to come back; its neighbour is not held up', async () => {
  const [shop, neighbour] = [await newApiClient(origin), await newApiClient(origin)];
  expect((await shop.get('/api/v1/orders')).status).toBe(200);
  const [key] = await db().apiKey.findMany({ where: { merchantId: shop.merchant.id } });
  await db().apiBucket.update({ where: { keyId: key?.id ?? '' }, data: { tokens: -100_000 } });
  const body = JSON.stringify(orderInput());
  for (const answer of [await shop.get('/api/v1/orders'), await shop.post(body)]) {
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(1);
    expect(await answer.json()).toMatchObject({ code: 'rate_limited' });
  }
  expect((await neighbour.get('/api/v1/orders')).status).toBe(200);
  await db().apiBucket.delete({ where: { keyId: key?.id ?? '' } });
  expect((await shop.post(body)).status).toBe(201);
});

test('a shop reads what it called: what came of it, under which key, and nothing about a person', async () => {
  const shop = await newApiClient(origin);
  const phone = '13800138000';
  const input = orderInput({
    payer_phone: phone,
    subject: `给${phone}的礼物`,
    customer_reference: 'Zhang San',
    metadata: { note: 'secret words' },
  });
  const key = { 'idempotency-key': 'my-key-1' };
  const first = await shop.post(JSON.stringify(input), key);
  await first.text();
  await (await shop.post(JSON.stringify(input), key)).text();
  await (await shop.post('{"amount":0,"goods":"13800138000","hidden":"secret words"}')).text();
  await (await shop.get(`/api/v1/orders/${phone}`)).text();
  await (await shop.get('/api/v1/orders', { authorization: 'Bearer nobody' })).text();
  const [unknown, invalid, again, made] = await logged(shop, 4);
  expect(made).toMatchObject({
    id: first.headers.get('x-request-id'),
    operation: 'createOrder',
    method: 'POST',
    path: '/api/v1/orders',
    status: 201,
    code: null,
    idempotencyKey: 'my-key-1',
    hit: false,
    version: '2026-11-01',
    excerpt: {
      merchant_order_no: input.merchant_order_no,
      amount: 6_800,
      currency: 'CNY',
      goods: 'physical',
      payer_phone: '… (11)',
      metadata: '…',
    },
  });
  expect(again).toMatchObject({ status: 201, hit: true, idempotencyKey: 'my-key-1' });
  expect(invalid).toMatchObject({ status: 422, code: 'invalid_request' });
  expect(invalid?.excerpt).toEqual({ amount: 0, goods: '… (11)' });
  expect(unknown).toMatchObject({ status: 404, code: 'order_not_found', operation: 'getOrder' });
  const all = JSON.stringify([unknown, invalid, again, made]);
  for (const secret of [phone, 'Zhang San', 'secret words', 'hidden', shop.secret]) {
    expect(all).not.toContain(secret);
  }
  const { requests } = await listRequests({
    merchantId: shop.merchant.id,
    idempotencyKey: 'my-key-1',
    statusClass: 2,
  });
  expect(requests.map(({ id }) => id)).toEqual([again?.id, made?.id]);
  const stranger = await newApiClient(origin);
  expect((await listRequests({ merchantId: stranger.merchant.id })).requests).toEqual([]);
});

test('what a shop called is forgotten after thirty days', async () => {
  const shop = await newApiClient(origin);
  await (await shop.get('/api/v1/orders')).text();
  const [kept] = await logged(shop, 1);
  const at = new Date(Date.now() - (KEEP_REQUESTS_DAYS * 24 + 1) * 3_600_000);
  const { excerpt, ...row } = kept ?? {};
  const old = { ...row, id: 'req_00000000000000000000000000', at } as NonNullable<typeof kept>;
  await db().apiRequest.create({ data: { ...old, excerpt: undefined } });
  await sweepRequests();
  expect((await logged(shop, 1))[0]?.id).toBe(kept?.id);
});

test('the reference for programs is public, and unchanged it is not sent again', async () => {
  const answer = await fetch(`${origin}/api/openapi.json`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
  const document = await answer.json();
  expect(document.servers).toEqual([{ url: origin }]);
  const tag = answer.headers.get('etag') ?? '';
  const known = await fetch(`${origin}/api/openapi.json`, { headers: { 'if-none-match': tag } });
  expect([known.status, await known.text()]).toEqual([304, '']);
});
