import { afterEach, beforeAll, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { Order } from '@/lib/orders/order';
import { getCashier } from '@/lib/payments/get-cashier';
import { DESKTOP, PHONE } from '@/tests/support/hosts';
import { makeDigitalOrder, openBeijing } from '@/tests/support/phone-bill-scene';

const IPHONE: HostFacts = { ...PHONE, os: 'ios' };

// Nobody is called for an offer: the carriers need only be set up.
beforeAll(async () => {
  const endpoint = {
    ...{
      carrier: 'cmcc',
      apiRoot: 'https://carrier.example',
      tokenUrl: 'https://carrier.example/t',
    },
    ...{ clientId: 'cashier', clientSecret: 'x'.repeat(32) },
  };
  process.env.CARRIER_ENDPOINTS = JSON.stringify([endpoint]);
  await openBeijing();
});
afterEach(() => pool().query('TRUNCATE channel_call_counts, channel_breakers'));

const offersOf = async ({ payToken: token }: Order, host = PHONE) =>
  (await getCashier({ token, userId: null, host })).offers;
const offerOf = async (order: Order, host = PHONE) =>
  (await offersOf(order, host)).find(({ method }) => method === 'carrier');

async function contractedFor(order: Order, permissions: string[]): Promise<Order> {
  await pool().query(
    `INSERT INTO channel_contracts (id, merchant_id, channel, merchant_no, access_type, permissions)
     VALUES ($1, $2, 'carrier', '898000000000002', 'merchant', $3)`,
    [newId('ctr'), order.merchantId, permissions],
  );
  return order;
}

test('a phone bill is offered on Android for digital goods at a price that there is', async () => {
  const order = await makeDigitalOrder();
  expect(await offerOf(order)).toMatchObject({ available: true });
  expect(await offerOf(order, IPHONE)).toMatchObject({ reason: 'carrier_android_only' });
  expect(await offerOf(order, DESKTOP)).toMatchObject({
    reason: 'carrier_android_only',
    wayOut: 'use_phone',
  });
  expect(await offerOf(await makeDigitalOrder({ goods: 'physical' }))).toBeUndefined();
  expect(await offerOf(await makeDigitalOrder({ hiddenMethods: ['carrier'] }))).toBeUndefined();
});

test('an amount without a price says which there are, and what is the dearest', async () => {
  expect(await offerOf(await makeDigitalOrder({ amountMinor: 700n }))).toMatchObject({
    available: false,
    reason: 'carrier_amount',
    billable: { most: { amountMinor: 600n }, prices: [{ amountMinor: 600n }] },
  });
});

test('a contract without any way that works here is no offer; direct alone is one only in an app that may', async () => {
  const none = await contractedFor(await makeDigitalOrder(), []);
  expect(await offerOf(none)).toBeUndefined();
  const direct = await contractedFor(await makeDigitalOrder(), ['carrier_direct']);
  expect(await offerOf(direct)).toBeUndefined();
  expect(await offerOf(direct, { ...PHONE, directBilling: true })).toMatchObject({
    available: true,
  });
});

test('an order that begins a subscription is offered the phone bill alone, where the contract renews', async () => {
  const monthly = { amountMinor: 1_500n, subscriptionPeriod: 'natural_month' as const };
  const covered = await contractedFor(await makeDigitalOrder(monthly), [
    'carrier_sms',
    'carrier_periodic',
  ]);
  expect(await offersOf(covered)).toMatchObject([{ method: 'carrier', available: true }]);
  const once = await contractedFor(await makeDigitalOrder(monthly), ['carrier_sms']);
  expect(await offersOf(once)).toEqual([]);
  const price = await contractedFor(await makeDigitalOrder({ ...monthly, amountMinor: 600n }), [
    'carrier_sms',
    'carrier_periodic',
  ]);
  expect(await offersOf(price)).toMatchObject([{ reason: 'carrier_amount' }]);
});

test('while no carrier can be called, it is said so; one that can is enough', async () => {
  const close = (carriers: string[]) =>
    pool().query(
      `INSERT INTO channel_breakers (channel, operation, state, opened_at, probe_at, updated_at)
       SELECT 'carrier', 'pay@' || carrier, 'open', clock_timestamp(),
              clock_timestamp() + interval '1 minute', clock_timestamp() FROM unnest($1::text[]) carrier`,
      [carriers],
    );
  const order = await makeDigitalOrder();
  await close(['cmcc', 'cucc', 'ctcc']);
  expect(await offerOf(order)).toMatchObject({ available: true });
  await close(['cbn']);
  expect(await offerOf(order)).toMatchObject({ reason: 'channel_unavailable' });
});
