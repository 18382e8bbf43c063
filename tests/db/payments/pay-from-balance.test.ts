import { expect, test } from 'vitest';
import { db } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { noteScan } from '@/lib/orders/note-scan';
import { readOrder } from '@/lib/orders/read-order';
import { getCashier } from '@/lib/payments/get-cashier';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempts } from '@/lib/payments/store';
import {
  endOrdersTime,
  makeAttempt,
  makeOrderFor,
  makePayableOrder,
  PASSWORD,
} from '@/tests/support/factories/payable-order';
import { DESKTOP } from '@/tests/support/hosts';

const pay = (token: string, paymentPassword = PASSWORD) =>
  startPayment({
    token,
    method: 'balance',
    paymentPassword,
    host: DESKTOP,
    actor: { userId: null },
  });
const codeOf = (work: Promise<{ result: string }>) =>
  work.then(
    ({ result }) => result,
    (error: { code?: string }) => error.code ?? String(error),
  );
const balance = async (owner: string) =>
  (await balanceOf({ subject: 'customer_balance', owner })).amountMinor;
const pending = async (owner: string) =>
  (await balanceOf({ subject: 'merchant_pending', owner })).amountMinor;

test('a payment moves the order, the money and the announcement together', async () => {
  const { order, customerId, merchantId } = await makePayableOrder();
  expect(await pay(order.payToken)).toEqual({ result: 'paid' });

  const paid = await readOrder(order.id);
  expect(paid.state).toBe('paid');
  const [attempt, ...others] = await selectAttempts(order.id);
  expect(others).toEqual([]);
  expect(attempt).toMatchObject({ id: paid.paidAttemptId, state: 'succeeded', method: 'balance' });
  expect(await balance(customerId)).toBe(3200n);
  expect(await pending(merchantId)).toBe(6800n);
  const events = await db().outboxEvent.findMany({ where: { subjectId: order.id } });
  expect(events).toMatchObject([{ topic: 'order.paid', merchantId }]);
  const moves = await db().transition.findMany({
    where: { subjectId: { in: [order.id, attempt?.id ?? ''] } },
    orderBy: { id: 'asc' },
  });
  expect(moves.map(({ fromState, toState }) => [fromState, toState])).toEqual([
    ['open', 'paid'],
    ['created', 'succeeded'],
  ]);
});

test.each([
  ['the phone that has scanned the PC’s code', 'a-phone', true],
  ['the PC itself, after a scan', 'the-pc', false],
])('who pays is known by its browser: %s', async (_name, device, scannerPays) => {
  const { order } = await makePayableOrder();
  await noteScan({ token: order.payToken, device: 'a-phone' });
  await noteScan({ token: order.payToken, device: 'another-phone' });
  await startPayment({
    token: order.payToken,
    method: 'balance',
    paymentPassword: PASSWORD,
    device,
    host: DESKTOP,
    actor: { userId: null },
  });
  const seen = await getCashier({
    token: order.payToken,
    userId: null,
    host: DESKTOP,
    device: 'the-pc',
  });
  expect(seen).toMatchObject({ order: { state: 'paid' }, scannerPays });
  expect(seen.scannedAt).not.toBeNull();
});

test('twenty presses at once are one payment', async () => {
  const { order, customerId } = await makePayableOrder({ balanceMinor: 1_000_000n });
  const answers = await Promise.all(Array.from({ length: 5 }, () => codeOf(pay(order.payToken))));
  const more = await Promise.all(Array.from({ length: 15 }, () => codeOf(pay(order.payToken))));
  expect(new Set([...answers, ...more])).toEqual(new Set(['paid']));
  expect(await balance(customerId)).toBe(1_000_000n - 6800n);
  expect(await selectAttempts(order.id)).toHaveLength(1);
});

test('one balance pays no more orders than it has money for, however many race', async () => {
  const { order, customerId, merchantId } = await makePayableOrder({ balanceMinor: 20_400n });
  const orders = [
    order,
    ...(await Promise.all(Array.from({ length: 4 }, () => makeOrderFor(merchantId)))),
  ];
  const answers = await Promise.all(orders.map(({ payToken }) => codeOf(pay(payToken))));
  expect(answers.sort()).toEqual([
    'insufficient_funds',
    'insufficient_funds',
    'paid',
    'paid',
    'paid',
  ]);
  expect(await balance(customerId)).toBe(0n);
  expect((await checkBooks()).findings).toEqual([]);
});

test('too little money refuses and leaves no trace', async () => {
  const { order, customerId } = await makePayableOrder({ balanceMinor: 6799n });
  expect(await codeOf(pay(order.payToken))).toBe('insufficient_funds');
  expect((await readOrder(order.id)).state).toBe('open');
  expect(await selectAttempts(order.id)).toEqual([]);
  expect(await balance(customerId)).toBe(6799n);
});

test('a wrong password moves nothing', async () => {
  const { order, customerId } = await makePayableOrder();
  expect(await codeOf(pay(order.payToken, '000000'))).toBe('payment_password_wrong');
  expect(await balance(customerId)).toBe(10_000n);
  expect((await readOrder(order.id)).state).toBe('open');
});

test('an order whose time is over is not paid, even before the expiry job has seen it', async () => {
  const { order, customerId } = await makePayableOrder();
  await endOrdersTime(order.id);
  expect(await codeOf(pay(order.payToken))).toBe('order_expired');
  expect(await balance(customerId)).toBe(10_000n);
});

test('while another attempt is live, the balance waits', async () => {
  const { order, customerId } = await makePayableOrder();
  await makeAttempt(order, 'unknown');
  expect(await codeOf(pay(order.payToken))).toBe('payment_in_progress');
  expect(await balance(customerId)).toBe(10_000n);
});

test('an unknown token is no order', async () => {
  expect(await codeOf(pay('nobody-knows-this'))).toBe('order_not_found');
});
