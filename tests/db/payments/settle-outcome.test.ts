import { describe, expect, test } from 'vitest';
import type { Outcome } from '@/lib/channels/port';
import { db } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { cny } from '@/lib/money/money';
import { expireOrders } from '@/lib/orders/expire-orders';
import { readOrder } from '@/lib/orders/read-order';
import { settleOutcome } from '@/lib/payments/settle-outcome';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempt } from '@/lib/payments/store';
import {
  endOrdersTime,
  makeAttempt,
  makePayableOrder,
  PASSWORD,
} from '@/tests/support/factories/payable-order';
import { DESKTOP } from '@/tests/support/hosts';

const success = (amountMinor = 6800n): Outcome => ({
  kind: 'succeeded',
  channelRef: '321804041753096282028',
  amount: cny(amountMinor),
  cardType: 'credit',
  evidence: { respCode: '00' },
});
const settle = (attemptId: string, outcome: Outcome) =>
  settleOutcome({ attemptId, outcome, actor: 'test', cause: 'test' });
const balance = async (subject: 'merchant_pending' | 'late_payments', owner: string) =>
  (await balanceOf({ subject, owner })).amountMinor;
const paidEvents = (orderId: string) =>
  db().outboxEvent.count({ where: { topic: 'order.paid', subjectId: orderId } });
const returnsOf = async (attemptId: string) => {
  const rows = await db().$queryRaw<{ data: { attemptId: string } }[]>`
    SELECT data FROM pgboss.job WHERE name = 'return-late-payment'`;
  return rows.filter(({ data }) => data.attemptId === attemptId).length;
};

test('a success pays the order once, however often and however parallel it is heard', async () => {
  const { order, merchantId } = await makePayableOrder();
  const attempt = await makeAttempt(order);
  await Promise.all(Array.from({ length: 10 }, () => settle(attempt.id, success())));
  const paid = await readOrder(order.id);
  expect(paid).toMatchObject({ state: 'paid', paidAttemptId: attempt.id });
  expect(await selectAttempt(attempt.id)).toMatchObject({
    state: 'succeeded',
    cardType: 'credit',
    channelRef: '321804041753096282028',
    nextStep: null,
  });
  expect(await balance('merchant_pending', merchantId)).toBe(6800n);
  expect(await paidEvents(order.id)).toBe(1);
  expect((await checkBooks()).findings).toEqual([]);
});

test('a success with another amount says "paid" to nobody', async () => {
  const { order, merchantId } = await makePayableOrder();
  const attempt = await makeAttempt(order);
  await settle(attempt.id, success(6799n));
  expect((await readOrder(order.id)).state).toBe('open');
  expect((await selectAttempt(attempt.id)).state).toBe('unknown');
  expect(await balance('merchant_pending', merchantId)).toBe(0n);
});

test('a lost answer is unknown, and a later word settles it', async () => {
  const { order } = await makePayableOrder();
  const attempt = await makeAttempt(order, 'sent');
  await settle(attempt.id, { kind: 'unknown', cause: 'timeout', evidence: {} });
  expect((await selectAttempt(attempt.id)).state).toBe('unknown');
  await settle(attempt.id, success());
  expect((await readOrder(order.id)).state).toBe('paid');
});

test('a definite failure frees the order for another try', async () => {
  const { order } = await makePayableOrder();
  const attempt = await makeAttempt(order);
  await settle(attempt.id, { kind: 'failed', reason: 'declined', evidence: {} });
  expect(await selectAttempt(attempt.id)).toMatchObject({
    state: 'failed',
    failureReason: 'declined',
  });
  const paid = await startPayment({
    token: order.payToken,
    method: 'balance',
    paymentPassword: PASSWORD,
    host: DESKTOP,
    actor: { userId: null },
  });
  expect(paid.result).toBe('paid');
});

test('a failure heard after the success changes nothing', async () => {
  const { order } = await makePayableOrder();
  const attempt = await makeAttempt(order);
  await settle(attempt.id, success());
  await settle(attempt.id, { kind: 'failed', reason: 'declined', evidence: {} });
  expect((await selectAttempt(attempt.id)).state).toBe('succeeded');
  expect((await readOrder(order.id)).state).toBe('paid');
});

describe('money that arrives out of turn', () => {
  test('for an order paid another way it is booked apart and goes back, whatever the policy', async () => {
    const { order, merchantId } = await makePayableOrder({ policy: 'accept' });
    const left = await makeAttempt(order, 'superseded');
    await startPayment({
      token: order.payToken,
      method: 'balance',
      paymentPassword: PASSWORD,
      host: DESKTOP,
      actor: { userId: null },
    });
    await Promise.all(Array.from({ length: 5 }, () => settle(left.id, success())));
    expect((await selectAttempt(left.id)).state).toBe('late_succeeded');
    expect(await balance('late_payments', merchantId)).toBe(6800n);
    expect(await balance('merchant_pending', merchantId)).toBe(6800n);
    expect(await returnsOf(left.id)).toBe(1);
    expect((await checkBooks()).findings).toEqual([]);
  });

  test('from an attempt left behind it pays an order that is still open, and the live attempt is left', async () => {
    const { order, merchantId } = await makePayableOrder();
    const left = await makeAttempt(order, 'superseded');
    const live = await makeAttempt(order, 'sent');
    await settle(left.id, success());
    expect(await readOrder(order.id)).toMatchObject({ state: 'paid', paidAttemptId: left.id });
    expect((await selectAttempt(live.id)).state).toBe('superseded');
    await settle(live.id, success());
    expect((await selectAttempt(live.id)).state).toBe('late_succeeded');
    expect(await returnsOf(live.id)).toBe(1);
    expect(await balance('merchant_pending', merchantId)).toBe(6800n);
    expect(await paidEvents(order.id)).toBe(1);
    expect((await checkBooks()).findings).toEqual([]);
  });

  test.each([
    ['accept', 'paid', 'succeeded', 0n, 0],
    ['refund', 'expired', 'late_succeeded', 6800n, 1],
    ['hold', 'expired', 'late_succeeded', 6800n, 0],
  ] as const)(
    'after expiry the policy %s makes the order %s',
    async (policy, orderState, attemptState, suspense, returns) => {
      const { order, merchantId } = await makePayableOrder({ policy });
      const attempt = await makeAttempt(order, 'unknown', { payableForMs: -180_000 });
      await endOrdersTime(order.id);
      await expireOrders();
      expect((await readOrder(order.id)).state).toBe('expired');
      await settle(attempt.id, success());
      expect((await readOrder(order.id)).state).toBe(orderState);
      expect((await selectAttempt(attempt.id)).state).toBe(attemptState);
      expect(await balance('late_payments', merchantId)).toBe(suspense);
      expect(await returnsOf(attempt.id)).toBe(returns);
      expect(await paidEvents(order.id)).toBe(policy === 'accept' ? 1 : 0);
      expect((await checkBooks()).findings).toEqual([]);
    },
  );

  test('an order does not expire while its channel’s word is still to come', async () => {
    const { order } = await makePayableOrder({ policy: 'refund' });
    const attempt = await makeAttempt(order, 'waiting', { payableForMs: -1_000 });
    await endOrdersTime(order.id);
    await expireOrders();
    expect((await readOrder(order.id)).state).toBe('open');
    await settle(attempt.id, success());
    expect(await readOrder(order.id)).toMatchObject({ state: 'paid', paidAttemptId: attempt.id });
  });

  test('after a definite failure it is still seen: the open order takes it', async () => {
    const { order } = await makePayableOrder();
    const attempt = await makeAttempt(order);
    await settle(attempt.id, { kind: 'failed', reason: 'declined', evidence: {} });
    await settle(attempt.id, success());
    expect(await readOrder(order.id)).toMatchObject({ state: 'paid', paidAttemptId: attempt.id });
  });
});

test('the database itself refuses a second live attempt of an order', async () => {
  const { order } = await makePayableOrder();
  await makeAttempt(order, 'waiting');
  await expect(makeAttempt(order, 'sent')).rejects.toMatchObject({ code: 'P2002' });
});

test('a failure without a reason gets it from a later answer, and a reason that is there stays', async () => {
  const { order } = await makePayableOrder();
  const attempt = await makeAttempt(order);
  const failed = (reason: 'declined' | 'code_tries_used' | 'risk_refused'): Outcome => ({
    ...{ kind: 'failed', reason, evidence: {} },
  });
  const reason = async () => (await selectAttempt(attempt.id)).failureReason;
  await settle(attempt.id, failed('declined'));
  expect(await reason()).toBe('declined');
  await settle(attempt.id, failed('code_tries_used'));
  expect(await reason()).toBe('code_tries_used');
  await settle(attempt.id, failed('declined'));
  await settle(attempt.id, failed('risk_refused'));
  expect(await selectAttempt(attempt.id)).toMatchObject({
    state: 'failed',
    failureReason: 'code_tries_used',
  });
});
