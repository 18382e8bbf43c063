import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempt, selectAttempts, selectLiveAttempt } from '@/lib/payments/store';
import { switchMethod } from '@/lib/payments/switch-method';
import { resolveRefund } from '@/lib/refunds/resolve-refund';
import { returnLatePayment } from '@/lib/refunds/return-late-payment';
import { makePayableOrder, PASSWORD } from '@/tests/support/factories/payable-order';
import { DESKTOP, PHONE } from '@/tests/support/hosts';
import { killedAt } from '@/tests/support/killed-at';
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
const codeOf = (work: Promise<{ result: string }>) =>
  work.then(
    ({ result }) => result,
    (error: { code?: string }) => error.code ?? String(error),
  );
const balance = async (
  subject: 'channel_clearing' | 'late_payments' | 'merchant_pending',
  owner: string,
) => (await balanceOf({ subject, owner })).amountMinor;

/** A QuickPass payment whose shopper has arrived at UnionPay's page. */
async function visited(order: Order) {
  expect(await start(order, 'quickpass')).toEqual({ result: 'continue' });
  const live = await selectLiveAttempt(order.id);
  if (!live?.nextStep) throw new Error('no attempt to continue');
  await rail.visit({ kind: 'pending', next: live.nextStep, evidence: {} });
  return live;
}

/** Asks about a refund until the simulator has decided. */
async function untilRefunded(attemptId: string): Promise<void> {
  const { rows } = await pool().query('SELECT id, state FROM refunds WHERE attempt_id = $1', [
    attemptId,
  ]);
  if (rows[0].state === 'succeeded' || rows[0].state === 'failed') return;
  await resolveRefund({ refundId: rows[0].id });
  await untilRefunded(attemptId);
}

test('what the cardholder confirms is paid once the channel says so', async () => {
  const { order, merchantId } = await makePayableOrder();
  const before = await balance('channel_clearing', 'unionpay');
  const attempt = await visited(order);
  expect((await readOrder(order.id)).state).toBe('open');
  await rail.payerConfirms(attempt.channelOrderNo);
  await resolveAttempt({ attemptId: attempt.id });
  expect(await readOrder(order.id)).toMatchObject({ state: 'paid', paidAttemptId: attempt.id });
  expect(await balance('merchant_pending', merchantId)).toBe(6800n);
  expect((await balance('channel_clearing', 'unionpay')) - before).toBe(6800n);
});

test('five presses at once are one attempt', async () => {
  const { order } = await makePayableOrder();
  await Promise.all(Array.from({ length: 5 }, () => start(order, 'quickpass')));
  expect(await selectAttempts(order.id)).toHaveLength(1);
  expect(await start(order, 'quickpass')).toEqual({ result: 'continue' });
});

test('a declined card frees the order', async () => {
  const { order } = await makePayableOrder();
  const attempt = await visited(order);
  await rail.payerIsDeclined(attempt.channelOrderNo);
  await resolveAttempt({ attemptId: attempt.id });
  expect(await selectAttempt(attempt.id)).toMatchObject({
    state: 'failed',
    failureReason: 'insufficient_funds',
  });
  expect(await codeOf(start(order, 'balance'))).toBe('paid');
});

test('after a switch the earlier attempt, paid late, is given back by itself and the books are at zero', async () => {
  const { order, merchantId } = await makePayableOrder();
  const before = await balance('channel_clearing', 'unionpay');
  const left = await visited(order);
  expect(await codeOf(start(order, 'balance'))).toBe('payment_in_progress');
  expect(await switchMethod({ token: order.payToken })).toEqual({ result: 'choose' });
  expect((await selectAttempt(left.id)).state).toBe('superseded');
  expect(await codeOf(start(order, 'balance'))).toBe('paid');

  await rail.payerConfirms(left.channelOrderNo);
  await resolveAttempt({ attemptId: left.id });
  expect((await selectAttempt(left.id)).state).toBe('late_succeeded');
  expect(await balance('late_payments', merchantId)).toBe(6800n);

  await Promise.all(Array.from({ length: 3 }, () => returnLatePayment({ attemptId: left.id })));
  await untilRefunded(left.id);
  expect((await selectAttempt(left.id)).state).toBe('returned');
  expect(await balance('late_payments', merchantId)).toBe(0n);
  expect(await balance('merchant_pending', merchantId)).toBe(6800n);
  expect(await balance('channel_clearing', 'unionpay')).toBe(before);
  const { rows } = await pool().query(
    'SELECT count(*)::int AS n FROM refunds WHERE order_id = $1',
    [order.id],
  );
  expect(rows[0].n).toBe(1);
  expect((await checkBooks()).findings).toEqual([]);
});

test('nobody switches away from a payment that has succeeded', async () => {
  const { order } = await makePayableOrder();
  const attempt = await visited(order);
  await rail.payerConfirms(attempt.channelOrderNo);
  expect(await switchMethod({ token: order.payToken })).toEqual({ result: 'paid' });
  expect(await readOrder(order.id)).toMatchObject({ state: 'paid', paidAttemptId: attempt.id });
});

test('nobody switches away from a payment that nobody can tell about', async () => {
  const { order } = await makePayableOrder();
  const attempt = await visited(order);
  await rail.script(attempt.channelOrderNo, 'drop the line when asked');
  expect(await codeOf(switchMethod({ token: order.payToken }))).toBe('earlier_attempt_unknown');
  expect((await selectAttempt(attempt.id)).state).toBe('unknown');
  expect(await codeOf(start(order, 'balance'))).toBe('payment_in_progress');
  // The line is back: the shopper may choose again.
  await rail.script(attempt.channelOrderNo, 'say it is in progress');
  expect(await switchMethod({ token: order.payToken })).toEqual({ result: 'choose' });
});

test('a refund whose reply was lost is asked about, never sent under another number', async () => {
  const { order } = await makePayableOrder();
  const left = await visited(order);
  await switchMethod({ token: order.payToken });
  await start(order, 'balance');
  await rail.payerConfirms(left.channelOrderNo);
  await resolveAttempt({ attemptId: left.id });

  await killedAt('refund.answered', '@/lib/refunds/return-late-payment', 'returnLatePayment', {
    attemptId: left.id,
  });
  const { rows } = await pool().query('SELECT state FROM refunds WHERE order_id = $1', [order.id]);
  expect(rows).toEqual([{ state: 'sent' }]);
  await returnLatePayment({ attemptId: left.id });
  await untilRefunded(left.id);
  expect((await selectAttempt(left.id)).state).toBe('returned');
  expect((await checkBooks()).findings).toEqual([]);
});

test.each(['pay.committed', 'pay.answered'])(
  'killed at %s, the order stays payable exactly once',
  async (moment) => {
    const { order } = await makePayableOrder();
    const input = {
      token: order.payToken,
      method: 'quickpass',
      host: DESKTOP,
      actor: { userId: null },
    };
    await killedAt(moment, '@/lib/payments/start-payment', 'startPayment', input);
    const [attempt] = await selectAttempts(order.id);
    expect(attempt).toMatchObject({ state: 'sent', nextStep: null });
    expect(await codeOf(start(order, 'balance'))).toBe('payment_in_progress');

    expect(await switchMethod({ token: order.payToken })).toEqual({ result: 'choose' });
    expect(await codeOf(start(order, 'balance'))).toBe('paid');
    expect((await checkBooks()).findings).toEqual([]);
  },
);
