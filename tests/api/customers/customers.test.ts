import { expect, inject, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { type ApiClient, newApiClient } from '@/tests/support/api-client';
import { seedCustomer } from '@/tests/support/factories/customers';

const { origin } = inject('stack');

const post = (shop: ApiClient, path: string, body: object, headers = {}) =>
  shop.post(JSON.stringify(body), headers, `/api/v1${path}`);

test('a customer is made once for each reference, and found by number, by reference and page by page', async () => {
  const shop = await newApiClient(origin);
  const made = await post(shop, '/customers', { reference: 'alice' });
  expect(made.status).toBe(201);
  const alice = await made.json();
  expect(alice).toMatchObject({ reference: 'alice', claimed: false });
  const again = await post(shop, '/customers', { reference: 'alice' });
  expect([again.status, await again.json()]).toEqual([200, alice]);
  await post(shop, '/customers', { reference: 'bob' });
  expect(await (await shop.get(`/api/v1/customers/${alice.id}`)).json()).toEqual(alice);
  const found = await (await shop.get('/api/v1/customers?reference=alice')).json();
  expect(found).toEqual({ customers: [alice], next: null });
  const newest = await (await shop.get('/api/v1/customers?limit=1')).json();
  expect(newest.customers).toMatchObject([{ reference: 'bob' }]);
  const rest = await shop.get(`/api/v1/customers?limit=1&starting_after=${newest.next}`);
  expect(await rest.json()).toEqual({ customers: [alice], next: null });
});

test('the same key gives the same answer for a customer, and another reference under it is refused', async () => {
  const shop = await newApiClient(origin);
  const key = { 'idempotency-key': '"customer-1"' };
  const first = await post(shop, '/customers', { reference: 'alice' }, key);
  const again = await post(shop, '/customers', { reference: 'alice' }, key);
  expect([again.status, again.headers.get('idempotency-hit')]).toEqual([201, 'true']);
  expect(await again.text()).toBe(await first.text());
  expect((await post(shop, '/customers', { reference: 'bob' }, key)).status).toBe(422);
});

test.each([
  {},
  { reference: '' },
  { reference: 7 },
  { reference: 'x'.repeat(129) },
  { reference: 'a', x: 1 },
])('a customer that cannot be is refused: %j', async (body) => {
  const shop = await newApiClient(origin);
  const answer = await post(shop, '/customers', body);
  expect([answer.status, (await answer.json()).code]).toEqual([422, 'invalid_request']);
});

test('a customer’s account has a number, a balance and its entries; to another shop none of it is there', async () => {
  const [shop, other] = [await newApiClient(origin), await newApiClient(origin)];
  const merchantId = shop.merchant.id;
  const { customerId } = await seedCustomer({ merchantId, balanceMinor: 12_345n });
  const path = `/customers/${customerId}/virtual-account`;
  const opened = await post(shop, path, {});
  expect(opened.status).toBe(201);
  const account = await opened.json();
  expect(account).toMatchObject({ customer_id: customerId, balance: 12_345, available: 12_345 });
  const again = await post(shop, path, {});
  expect([again.status, await again.json()]).toEqual([200, account]);
  const address = `/api/v1/virtual-accounts/${account.number}`;
  expect(await (await shop.get(address)).json()).toEqual(account);
  const { entries } = await (await shop.get(`${address}/entries`)).json();
  expect(entries).toMatchObject([
    { event: 'top_up', direction: 'in', amount: 12_345, balance_after: 12_345 },
  ]);

  for (const door of [address, `${address}/entries`, '/api/v1/virtual-accounts/8800000000000000']) {
    const answer = await other.get(door);
    expect([answer.status, (await answer.json()).code]).toEqual([404, 'virtual_account_not_found']);
  }
  for (const id of [customerId, newId('cus'), '%00']) {
    const answer = await other.get(`/api/v1/customers/${id}`);
    expect([answer.status, (await answer.json()).code]).toEqual([404, 'customer_not_found']);
    const opening = await post(other, `/customers/${id}/virtual-account`, {});
    expect(opening.status).toBe(404);
  }
});
