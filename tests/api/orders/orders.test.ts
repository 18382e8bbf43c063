import { expect, inject, test } from 'vitest';
import { newApiClient } from '@/tests/support/api-client';
import { orderInput } from '@/tests/support/factories/orders';

const { origin } = inject('stack');

test('an order is created, read by id and by number, and its pay link opens a page', async () => {
  const shop = await newApiClient(origin);
  const input = orderInput({ customer_reference: 'alice', metadata: { cart: '7' } });
  const created = await shop.post(JSON.stringify(input));
  expect(created.status).toBe(201);
  expect(created.headers.get('content-type')).toBe('application/json');
  expect(created.headers.get('cache-control')).toBe('no-store');
  expect(created.headers.get('x-request-id')).toMatch(/^req_/);
  expect(created.headers.get('idempotency-hit')).toBeNull();
  const order = await created.json();
  expect(order.amount).toBe(6_800);
  expect(order.pay_url.startsWith(`${origin}/pay/`)).toBe(true);

  const byId = await shop.get(`/api/v1/orders/${order.id}`);
  expect(byId.status).toBe(200);
  expect(await byId.json()).toEqual(order);
  const byNumber = await shop.get(
    `/api/v1/orders?merchant_order_no=${encodeURIComponent(input.merchant_order_no)}`,
  );
  expect(await byNumber.json()).toEqual({ orders: [order], next: null });

  const page = await fetch(order.pay_url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(input.subject);
});

test('the same key gets the very same answer and says so; another request under it is refused', async () => {
  const shop = await newApiClient(origin);
  const body = JSON.stringify(orderInput());
  const key = { 'idempotency-key': '"one key"' };
  const first = await shop.post(body, key);
  const again = await shop.post(body, key);
  expect(again.status).toBe(201);
  expect(again.headers.get('idempotency-hit')).toBe('true');
  expect(await again.text()).toBe(await first.text());
  const other = await shop.post(JSON.stringify(orderInput()), key);
  expect(other.status).toBe(422);
  expect(await other.json()).toMatchObject({ code: 'idempotency_key_reused' });
});

test('the same number under another key: 200 for the same content, 409 for another amount', async () => {
  const shop = await newApiClient(origin);
  const input = orderInput();
  const first = await (await shop.post(JSON.stringify(input))).json();
  const same = await shop.post(JSON.stringify(input, null, 2));
  expect(same.status).toBe(200);
  expect(await same.json()).toEqual(first);
  const other = await shop.post(JSON.stringify({ ...input, amount: 1 }));
  expect(other.status).toBe(409);
  expect(await other.json()).toMatchObject({ code: 'order_conflict' });
  expect(await (await shop.get(`/api/v1/orders/${first.id}`)).json()).toEqual(first);
});

test('twenty requests at once under one key and one number are one order', async () => {
  const shop = await newApiClient(origin);
  const body = JSON.stringify(orderInput());
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => shop.post(body, { 'idempotency-key': '"once"' })),
  );
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  const created = texts.filter((_, n) => answers[n]?.status === 201);
  const refused = texts.filter((_, n) => answers[n]?.status === 409);
  expect(created.length + refused.length).toBe(20);
  expect(new Set(created).size).toBe(1);
  for (const text of refused) expect(text).toContain('idempotency_in_progress');
});

test('another merchant’s order is as unknown as none', async () => {
  const [shop, stranger] = [await newApiClient(origin), await newApiClient(origin)];
  const input = orderInput();
  const { id } = await (await shop.post(JSON.stringify(input))).json();
  const paths = [`/api/v1/orders/${id}`, '/api/v1/orders/ord_none', '/api/v1/orders/%00'];
  const problems = await Promise.all(
    paths.map(async (path) => {
      const answer = await stranger.get(path);
      expect(answer.status).toBe(404);
      const { instance, request_id, ...problem } = await answer.json();
      return problem;
    }),
  );
  for (const problem of problems) expect(problem).toEqual(problems[0]);
  const listed = await stranger.get(`/api/v1/orders?merchant_order_no=${input.merchant_order_no}`);
  expect(await listed.json()).toEqual({ orders: [], next: null });
});

test('a query that is not understood is refused', async () => {
  const shop = await newApiClient(origin);
  for (const query of [
    '?merchant_order_no=',
    '?merchant_order_no=a&x=1',
    '?number=a',
    '?limit=0',
    '?limit=101',
    '?limit=1e1',
    '?state=waiting',
    '?created_from=2026-11-01',
    '?created_to=2026-11-01T08:00:00',
    '?starting_after=ord_1',
  ]) {
    const answer = await shop.get(`/api/v1/orders${query}`);
    expect(answer.status).toBe(422);
  }
  expect((await shop.get('/api/v1/orders?merchant_order_no=a&merchant_order_no=b')).status).toBe(
    422,
  );
});

test('a list is read page by page, newest first, and its filters narrow it together', async () => {
  const shop = await newApiClient(origin);
  const make = async (over: object) =>
    (await (await shop.post(JSON.stringify(orderInput(over)))).json()) as { id: string };
  const ids: string[] = [];
  for (const reference of ['alice', 'bob', 'alice', 'bob', 'alice']) {
    ids.unshift((await make({ customer_reference: reference })).id);
  }
  type Page = { orders: { id: string; created_at: string }[]; next: string | null };
  const page = async (query: string): Promise<Page> =>
    (await shop.get(`/api/v1/orders?${query}`)).json();
  const idsOf = ({ orders }: Page) => orders.map(({ id }) => id);

  const first = await page('limit=2');
  const second = await page(`limit=2&starting_after=${first.next}`);
  const third = await page(`limit=2&starting_after=${second.next}`);
  expect([first, second, third].flatMap(idsOf)).toEqual(ids);
  expect(third.next).toBeNull();

  expect(idsOf(await page('customer_reference=bob'))).toEqual([ids[1], ids[3]]);
  expect(idsOf(await page(`customer_reference=alice&limit=1&starting_after=${ids[0]}`))).toEqual([
    ids[2],
  ]);
  const middle = encodeURIComponent((await page('')).orders[2]?.created_at ?? '');
  const later = idsOf(await page(`created_from=${middle}`));
  const earlier = idsOf(await page(`created_to=${middle}`));
  expect(later).toContain(ids[2]);
  expect([...later, ...earlier]).toEqual(ids);
  expect(idsOf(await page('state=paid'))).toEqual([]);
  expect(idsOf(await page('state=open'))).toEqual(ids);
});

test('an order is closed once, its pay page says so, and only its merchant can', async () => {
  const [shop, stranger] = [await newApiClient(origin), await newApiClient(origin)];
  const order = await (await shop.post(JSON.stringify(orderInput()))).json();
  const close = `/api/v1/orders/${order.id}/close`;
  const foreign = await stranger.post('{}', {}, close);
  expect([foreign.status, (await foreign.json()).code]).toEqual([404, 'order_not_found']);
  const closed = await shop.post('{}', { 'idempotency-key': 'close-1' }, close);
  expect(closed.status).toBe(200);
  const text = await closed.text();
  expect(JSON.parse(text)).toEqual({ ...order, state: 'closed' });
  const again = await shop.post('{}', { 'idempotency-key': 'close-1' }, close);
  expect([again.headers.get('idempotency-hit'), await again.text()]).toEqual(['true', text]);
  expect(await (await shop.post('{}', {}, close)).json()).toEqual(JSON.parse(text));
  const page = await (await fetch(order.pay_url, { headers: { 'accept-language': 'en' } })).text();
  expect(page).toContain('This order is closed');
});
