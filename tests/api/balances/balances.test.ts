import { beforeAll, expect, inject, test } from 'vitest';
import { dayOf } from '@/lib/core/beijing';
import { databaseNow } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import { type ApiClient, newApiClient } from '@/tests/support/api-client';
import { seedCustomer } from '@/tests/support/factories/customers';
import { seedMerchantMoney } from '@/tests/support/factories/merchant-money';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import { makeOrderFor, PASSWORD } from '@/tests/support/factories/payable-order';

const { origin } = inject('stack');

let shop: ApiClient;
/** When what is told of was done: midnight may have passed meanwhile. */
let days: string[];
beforeAll(async () => {
  shop = await newApiClient(origin);
  const merchantId = shop.merchant.id;
  const before = dayOf(await databaseNow());
  await seedCustomer({ merchantId, reference: 'alice', paymentPassword: PASSWORD });
  for (const amountMinor of [1_000n, 2_345n]) {
    await payFromBalance(await makeOrderFor(merchantId, { amountMinor }));
  }
  days = [before, dayOf(await databaseNow())];
});

const read = async (path: string) => (await shop.get(`/api/v1${path}`)).json();

test('the balance, the entries and the month’s statement tell the same money', async () => {
  expect(await read('/balance')).toMatchObject({ pending: 3_345, available: 0, state: 'active' });
  const all = await read('/statements/entries?account=pending');
  expect(all.entries.map(({ amount }: { amount: number }) => amount)).toEqual([1_000, 2_345]);
  expect(all.entries[1]).toMatchObject({
    ...{ event: 'balance_payment', direction: 'in', balance_after: 3_345 },
  });
  expect(days).toContain(all.entries[1].day);
  const first = await read('/statements/entries?account=pending&limit=1');
  expect(first.entries).toEqual([all.entries[0]]);
  const rest = await read(`/statements/entries?account=pending&starting_after=${first.next}`);
  expect(rest).toEqual({ entries: [all.entries[1]], next: null });
  expect(await read(`/statements/entries?account=pending&to=2020-01-01`)).toMatchObject({
    entries: [],
  });

  const month = all.entries[1].day.slice(0, 7);
  expect((await read('/statements')).months).toContain(month);
  const statement = await read(`/statements/${month}`);
  expect(statement).toMatchObject({ month, final: false });
  const pending = statement.accounts.find(
    ({ account }: { account: string }) => account === 'pending',
  );
  expect(pending).toMatchObject({ opening: 0, in: 3_345, out: 0, closing: 3_345 });
  expect(pending.kinds).toMatchObject([{ event: 'balance_payment', count: 2, in: 3_345 }]);
  const file = await shop.get(`/api/v1/statements/${month}/lines.csv`);
  expect(file.headers.get('content-type')).toContain('text/csv');
  expect(await file.text()).toContain('23.45');
});

test.each(['/statements/2019-01', '/statements/9999-99', '/statements/2019-01/lines.csv'])(
  'there is no statement of a month that was not: %s',
  async (path) => {
    expect((await shop.get(`/api/v1${path}`)).status).toBe(404);
  },
);

test.each(['?account=mine', '?from=yesterday', '?starting_after=x', '?limit=0'])(
  'entries that cannot be asked for are refused: %s',
  async (query) => {
    expect((await shop.get(`/api/v1/statements/entries${query}`)).status).toBe(422);
  },
);

test('a withdrawal goes to the account that the console has named, and to none that a call names', async () => {
  const ask = (body: object) => shop.post(JSON.stringify(body), {}, '/api/v1/withdrawals');
  const unset = await ask({ amount: 100 });
  expect([unset.status, (await unset.json()).code]).toEqual([409, 'payout_account_unset']);
  for (const body of [{}, { amount: 0 }, { amount: 1.5 }, { amount: 1, card_no: '6222' }]) {
    expect((await ask(body)).status).toBe(422);
  }
  expect(await read('/withdrawals')).toEqual({ withdrawals: [], next: null });

  await seedMerchantMoney({ merchantId: shop.merchant.id });
  const key = { 'idempotency-key': '"withdrawal-1"' };
  const take = (amount: number) =>
    shop.post(JSON.stringify({ amount }), key, '/api/v1/withdrawals');
  const first = await take(20_000);
  const text = await first.text();
  expect(first.status).toBe(201);
  const { id } = JSON.parse(text);
  const again = await take(20_000);
  expect([again.headers.get('idempotency-hit'), await again.text()]).toEqual(['true', text]);
  expect((await take(30_000)).status).toBe(422);
  expect((await ask({ amount: 40_000 })).status).toBe(409);
  const one = await read(`/withdrawals/${id}`);
  expect(one).toMatchObject({ id, amount: 20_000, account: expect.stringMatching(/\*+0005$/) });
  expect((await read('/withdrawals')).withdrawals).toMatchObject([{ id }]);
  const stranger = await newApiClient(origin);
  for (const wrong of [id, newId('pyt')]) {
    expect((await stranger.get(`/api/v1/withdrawals/${wrong}`)).status).toBe(404);
  }
});
