import { afterEach, expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { isDatabaseAway } from '@/lib/core/is-database-away';
import { balanceOf } from '@/lib/ledger/balance-of';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempt, selectAttempts, selectLiveAttempt } from '@/lib/payments/store';
import { makePayableOrder, PASSWORD } from '@/tests/support/factories/payable-order';
import { PHONE } from '@/tests/support/hosts';
import { troubleAt } from '@/tests/support/trouble-in-database';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();

const start = (order: Order, method: 'quickpass' | 'balance') =>
  startPayment({
    token: order.payToken,
    method,
    ...(method === 'balance' ? { paymentPassword: PASSWORD } : {}),
    host: PHONE,
    actor: { userId: null },
  });
const away = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing happened',
    (error: unknown) => (isDatabaseAway(error) ? 'away' : error),
  );
const left = async (owner: string) =>
  (await balanceOf({ subject: 'customer_balance', owner })).amountMinor;

let calm = async () => undefined as unknown;
const trouble = async (...where: Parameters<typeof troubleAt>) => {
  calm = await troubleAt(...where);
};
afterEach(() => calm());

const WRITTEN_BY_A_PAYMENT = [
  ...['orders', 'attempts', 'transitions', 'ledger_entries', 'ledger_lines', 'outbox_events'],
];

test.each(WRITTEN_BY_A_PAYMENT)(
  'a disk that is full at %s: the press is refused as the database’s, no money has moved, and the next one pays once',
  async (table) => {
    const { order, customerId } = await makePayableOrder();
    await trouble(table, { state: '53100', times: 1 });
    expect(await away(start(order, 'balance'))).toBe('away');
    expect((await readOrder(order.id)).state).toBe('open');
    expect(await selectAttempts(order.id)).toEqual([]);
    expect(await left(customerId)).toBe(10_000n);
    expect(await start(order, 'balance')).toEqual({ result: 'paid' });
    expect(await left(customerId)).toBe(3_200n);
  },
);

test.each([
  ['a deadlock', '40P01'],
  ['a serialisation failure', '40001'],
  ['a server that has no connection left', '53300'],
  ['a session ended by the server', '57P01'],
])('%s in the middle of a payment is run again, and nobody notices', async (_, state) => {
  const { order, customerId } = await makePayableOrder();
  await trouble('ledger_lines', { state, times: 2 });
  expect(await start(order, 'balance')).toEqual({ result: 'paid' });
  expect(await selectAttempts(order.id)).toHaveLength(1);
  expect(await left(customerId)).toBe(3_200n);
});

test('a disk that is full before the channel is called: nothing is charged there, and the next press begins', async () => {
  const { order } = await makePayableOrder();
  await trouble('attempts', { state: '53100', times: 1 });
  expect(await away(start(order, 'quickpass'))).toBe('away');
  expect(await selectAttempts(order.id)).toEqual([]);
  expect(await start(order, 'quickpass')).toEqual({ result: 'continue' });
});

test.each(['attempts', 'transitions', 'orders', 'ledger_lines', 'outbox_events'])(
  'a disk that is full at %s when the channel’s word is booked: the attempt is kept, asked again, and booked once',
  async (table) => {
    const { order, merchantId } = await makePayableOrder();
    await start(order, 'quickpass');
    const live = await selectLiveAttempt(order.id);
    if (!live?.nextStep) throw new Error('no attempt to continue');
    await rail.visit({ kind: 'pending', next: live.nextStep, evidence: {} });
    await rail.payerConfirms(live.channelOrderNo);
    await trouble(table, { state: '53100', times: 1 });
    expect(await away(resolveAttempt({ attemptId: live.id }))).toBe('away');
    expect((await selectAttempt(live.id))?.state).toBe('waiting');
    await resolveAttempt({ attemptId: live.id });
    expect(await readOrder(order.id)).toMatchObject({ state: 'paid', paidAttemptId: live.id });
    const pending = await balanceOf({ subject: 'merchant_pending', owner: merchantId });
    expect(pending.amountMinor).toBe(6_800n);
  },
);

test('no connection left in our own pool is said after a while, and is over with the next one that comes free', async () => {
  const { order } = await makePayableOrder();
  const { options } = pool();
  const { connectionTimeoutMillis } = options;
  const held = await Promise.all(Array.from({ length: options.max }, () => pool().connect()));
  options.connectionTimeoutMillis = 20;
  const refused = await away(start(order, 'balance')).finally(() => {
    options.connectionTimeoutMillis = connectionTimeoutMillis;
    for (const client of held) client.release();
  });
  expect(refused).toBe('away');
  expect(connectionTimeoutMillis).toBeGreaterThan(0);
  expect(await start(order, 'balance')).toEqual({ result: 'paid' });
});
