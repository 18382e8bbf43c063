import { expect, test } from 'vitest';
import type { Outcome } from '@/lib/channels/port';
import { newSortableNumber } from '@/lib/core/ids';
import { listTransitions } from '@/lib/core/list-transitions';
import { balanceOf } from '@/lib/ledger/balance-of';
import { cny } from '@/lib/money/money';
import { closeOrderByApi } from '@/lib/orders/close-order-by-api';
import type { Order } from '@/lib/orders/order';
import { presentOrder } from '@/lib/orders/present-order';
import { readOrder } from '@/lib/orders/read-order';
import { settleOutcome } from '@/lib/payments/settle-outcome';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempt, selectAttempts, selectLiveAttempt } from '@/lib/payments/store';
import {
  makeAttempt,
  makeOrderFor,
  makePayableOrder,
  PASSWORD,
} from '@/tests/support/factories/payable-order';
import { DESKTOP, PHONE } from '@/tests/support/hosts';
import { refusalCode } from '@/tests/support/refusal-code';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

withUnionPayRail();

const PRICE = 100n;
const MANY = 16;

const close = ({ id: orderId, merchantId }: Order) =>
  refusalCode(
    closeOrderByApi({
      ...{ merchantId, orderId, idempotencyKey: newSortableNumber() },
      present: presentOrder,
    }),
  );
const start = ({ payToken: token }: Order, method: 'balance' | 'quickpass') =>
  refusalCode(
    startPayment({
      ...{ token, method, actor: { userId: null } },
      ...(method === 'balance' ? { paymentPassword: PASSWORD, host: DESKTOP } : { host: PHONE }),
    }),
  );
const ordersOf = (merchantId: string, count = MANY) =>
  Promise.all(
    Array.from({ length: count }, () => makeOrderFor(merchantId, { amountMinor: PRICE })),
  );
const eventsOf = async ({ id }: Order) =>
  (await listTransitions('order', id)).map(({ event }) => event);
const minor = async (subject: 'merchant_pending' | 'late_payments', owner: string) =>
  (await balanceOf({ subject, owner })).amountMinor;

test('an order that its shop closes while a balance pays it is closed or paid, and both hear which', async () => {
  const { merchantId, customerId } = await makePayableOrder();
  // So many as may give one password at a moment.
  const orders = await ordersOf(merchantId, 5);
  const paying = Promise.all(orders.map((order) => start(order, 'balance')));
  // The password takes a while: from the last one backwards they meet somewhere in between.
  const closed: string[] = [];
  for (const order of orders.toReversed()) closed.unshift(await close(order));
  const paid = await paying;
  for (const [nth, order] of orders.entries()) {
    const isPaid = paid[nth] === 'fine';
    if (!isPaid) expect(paid[nth]).toBe('order_not_payable');
    expect([closed[nth], (await readOrder(order.id)).state, await eventsOf(order)]).toEqual(
      isPaid ? ['order_already_paid', 'paid', ['pay']] : ['fine', 'closed', ['close']],
    );
    expect(await selectAttempts(order.id)).toHaveLength(isPaid ? 1 : 0);
  }
  const moved = PRICE * BigInt(paid.filter((answer) => answer === 'fine').length);
  expect(await minor('merchant_pending', merchantId)).toBe(moved);
  const left = await balanceOf({ subject: 'customer_balance', owner: customerId });
  expect(left.amountMinor).toBe(10_000n - moved);
});

test('a payment that begins while its order is closed holds the order open, or does not begin', async () => {
  const { merchantId } = await makePayableOrder();
  const orders = await ordersOf(merchantId);
  const answers = await Promise.all(
    orders.map((order) => Promise.all([start(order, 'quickpass'), close(order)])),
  );
  for (const [nth, order] of orders.entries()) {
    const hasBegun = answers[nth]?.[0] === 'fine';
    if (!hasBegun) expect(answers[nth]?.[0]).toBe('order_not_payable');
    expect(answers[nth]?.[1]).toBe(hasBegun ? 'payment_in_progress' : 'fine');
    expect((await readOrder(order.id)).state).toBe(hasBegun ? 'open' : 'closed');
    expect((await selectLiveAttempt(order.id)) !== undefined).toBe(hasBegun);
  }
});

const SUCCESS: Outcome = {
  kind: 'succeeded',
  channelRef: '321804041753096282028',
  amount: cny(PRICE),
  cardType: 'debit',
  evidence: {},
};

test.each(['refund', 'accept'] as const)(
  'money that is settled while its order is closed pays it or comes late (%s)',
  async (policy) => {
    const { merchantId } = await makePayableOrder({ policy });
    const orders = await ordersOf(merchantId);
    // So long past its time that nobody waits for the channel's word any more.
    const attempts = await Promise.all(
      orders.map((order) => makeAttempt(order, 'unknown', { payableForMs: -600_000 })),
    );
    const settle = (attemptId: string) =>
      settleOutcome({ attemptId, outcome: SUCCESS, actor: 'test', cause: 'test' });
    const closed = await Promise.all(
      orders.map(async (order, nth) => {
        const { id } = attempts[nth] ?? { id: '' };
        // Each of them is first as often.
        const [one, other] = nth % 2 ? [settle(id), close(order)] : [close(order), settle(id)];
        const answers = await Promise.all([one, other]);
        return answers.find((answer) => answer !== undefined);
      }),
    );
    let late = 0n;
    for (const [nth, order] of orders.entries()) {
      const wasLate = closed[nth] === 'fine' && (await eventsOf(order))[0] === 'close';
      const isKept = policy === 'accept' || !wasLate;
      if (!isKept) late += 1n;
      expect((await readOrder(order.id)).state).toBe(isKept ? 'paid' : 'closed');
      expect((await selectAttempt(attempts[nth]?.id ?? '')).state).toBe(
        isKept ? 'succeeded' : 'late_succeeded',
      );
      const events = wasLate ? ['close', ...(isKept ? ['acceptLate'] : [])] : ['pay'];
      expect(await eventsOf(order)).toEqual(events);
      if (!wasLate) expect(closed[nth]).toBe('order_already_paid');
    }
    expect(await minor('late_payments', merchantId)).toBe(late * PRICE);
    expect(await minor('merchant_pending', merchantId)).toBe((BigInt(MANY) - late) * PRICE);
  },
);
