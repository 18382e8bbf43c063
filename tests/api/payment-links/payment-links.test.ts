import { expect, inject, test } from 'vitest';
import { newSortableNumber } from '@/lib/core/ids';
import { type ApiClient, newApiClient } from '@/tests/support/api-client';

const { origin } = inject('stack');
const PATH = '/api/v1/payment-links';
const BODY = { subject: '会员年费', goods: 'digital', currency: 'CNY', amount: 6_800 };

const make = (shop: ApiClient, more: object = {}, headers = {}) =>
  shop.post(JSON.stringify({ ...BODY, ...more }), headers, PATH);
const read = (shop: ApiClient, id: string) => shop.get(`${PATH}/${id}`);
const turn = (shop: ApiClient, id: string, active: boolean) =>
  shop.post(JSON.stringify({ active }), {}, `${PATH}/${id}`);

test('a link is made once under its key, read, listed, stopped and started', async () => {
  const shop = await newApiClient(origin);
  const key = { 'idempotency-key': newSortableNumber() };
  const first = await make(shop, { max_uses: 3, expires_in: 3_600 }, key);
  expect(first.status).toBe(201);
  const link = await first.json();
  expect(link).toMatchObject({ active: true, amount: 6_800, uses: { paid: 0, open: 0 } });
  expect(link.url).toMatch(/^https?:\/\/[^/]+\/l\/[0-9a-z]{20}$/);
  const again = await make(shop, { max_uses: 3, expires_in: 3_600 }, key);
  expect([again.status, again.headers.get('idempotency-hit')]).toEqual([201, 'true']);
  expect(await again.json()).toEqual(link);
  expect((await make(shop, { max_uses: 4 }, key)).status).toBe(422);

  const open = await (await make(shop, { amount: undefined, amount_min: 1, amount_max: 2 })).json();
  expect(open).toMatchObject({ amount: null, amount_min: 1, amount_max: 2, max_uses: null });
  expect(await (await turn(shop, link.id, false)).json()).toEqual({ ...link, active: false });
  const listed = async (query: string) =>
    (await (await shop.get(`${PATH}${query}`)).json()).payment_links.map(
      ({ id }: { id: string }) => id,
    );
  expect(await listed('')).toEqual([open.id, link.id]);
  expect(await listed('?active=true')).toEqual([open.id]);
  expect(await listed('?active=false')).toEqual([link.id]);
  expect(await listed(`?limit=1&starting_after=${open.id}`)).toEqual([link.id]);
  expect(await (await turn(shop, link.id, true)).json()).toEqual(link);
  expect(await (await read(shop, link.id)).json()).toEqual(link);
});

test('another merchant’s link is as unknown as none', async () => {
  const [shop, stranger] = [await newApiClient(origin), await newApiClient(origin)];
  const { id } = await (await make(shop)).json();
  for (const answer of [await read(stranger, id), await turn(stranger, id, false)]) {
    expect([answer.status, (await answer.json()).code]).toEqual([404, 'payment_link_not_found']);
  }
  expect((await (await read(shop, id)).json()).active).toBe(true);
});

test('the page behind a link shows the amount; a code that nobody was given is a plain 404', async () => {
  const shop = await newApiClient(origin);
  const { url } = await (await make(shop)).json();
  const page = await fetch(url.replace(/^https?:\/\/[^/]+/, origin));
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const html = await page.text();
  expect(html).toContain('会员年费');
  expect(html).toContain('68.00');
  const unknown = await fetch(`${origin}/l/00000000000000000000`);
  expect(unknown.status).toBe(404);
  expect(await unknown.text()).toContain('没有这个收款链接');
});
