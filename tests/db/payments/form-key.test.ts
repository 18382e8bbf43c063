import { expect, test } from 'vitest';
import { pool } from '@/lib/core/db';
import type { Order } from '@/lib/orders/order';
import { getCashier } from '@/lib/payments/get-cashier';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempts, selectLiveAttempt } from '@/lib/payments/store';
import { switchMethod } from '@/lib/payments/switch-method';
import {
  endOrdersTime,
  makeOrderFor,
  makePayableOrder,
  PASSWORD,
} from '@/tests/support/factories/payable-order';
import { PHONE } from '@/tests/support/hosts';
import { refusalCode } from '@/tests/support/refusal-code';
import { withUnionPayRail } from '@/tests/support/with-unionpay-rail';

const rail = withUnionPayRail();

const FORM = 'form-1234567890123456789';
const ANOTHER = 'form-9876543210987654321';
/** One press of a form that was drawn once. */
const press = (order: Order, formKey: string, device?: string) =>
  startPayment({
    token: order.payToken,
    method: 'quickpass',
    formKey,
    host: PHONE,
    actor: { userId: null },
    ...(device ? { device } : {}),
  });
const keysOf = async (order: Order) =>
  (await selectAttempts(order.id)).map(({ formKey }) => formKey).sort();

/** What the form began has ended without money. */
async function decline(order: Order): Promise<void> {
  const live = await selectLiveAttempt(order.id);
  if (!live?.nextStep) throw new Error('nothing to decline');
  await rail.visit({ kind: 'pending', next: live.nextStep, evidence: {} });
  await rail.payerIsDeclined(live.channelOrderNo);
  await resolveAttempt({ attemptId: live.id });
}

test('a form sent again, once its answer was lost, begins nothing new and leads on', async () => {
  const { order } = await makePayableOrder();
  expect(await press(order, FORM)).toEqual({ result: 'continue' });
  expect(await press(order, FORM)).toEqual({ result: 'continue' });
  expect(await keysOf(order)).toEqual([FORM]);
});

test('a browser whose name was lost with the answer has its payment back by the same form; another browser has not', async () => {
  const { order } = await makePayableOrder();
  const here = async (device: string) => {
    const page = { token: order.payToken, userId: null, host: PHONE, device };
    return (await getCashier(page)).live?.here;
  };
  await press(order, FORM, 'lost');
  await press(order, ANOTHER, 'stranger');
  expect(await here('stranger')).toBe(false);
  expect(await press(order, FORM, 'kept')).toEqual({ result: 'continue' });
  expect(await here('kept')).toBe(true);
  expect(await here('stranger')).toBe(false);
  expect(await keysOf(order)).toEqual([FORM]);
});

test('a form sent again when nothing new may begin any more still leads on to what it began', async () => {
  const { order } = await makePayableOrder();
  await press(order, FORM);
  await endOrdersTime(order.id);
  expect(await press(order, FORM)).toEqual({ result: 'continue' });
  expect(await refusalCode(press(order, ANOTHER))).toBe('order_expired');
});

test('a form sent eight times at one moment is one attempt, and the channel hears of one', async () => {
  const { order } = await makePayableOrder();
  await Promise.all(Array.from({ length: 8 }, () => press(order, FORM)));
  const attempts = await selectAttempts(order.id);
  expect(attempts.map(({ formKey }) => formKey)).toEqual([FORM]);
});

test('a form whose payment has failed since says so, instead of charging again', async () => {
  const { order } = await makePayableOrder();
  await press(order, FORM);
  await decline(order);
  expect(await press(order, FORM)).toEqual({ result: 'failed' });
  expect(await keysOf(order)).toEqual([FORM]);
});

test('after a failure the page drawn anew pays by an attempt of its own', async () => {
  const { order } = await makePayableOrder();
  await press(order, FORM);
  await decline(order);
  expect(await press(order, ANOTHER)).toEqual({ result: 'continue' });
  expect(await keysOf(order)).toEqual([FORM, ANOTHER].sort());
});

test('a form left behind by a switch and sent late begins nothing beside what pays now', async () => {
  const { order } = await makePayableOrder();
  await press(order, FORM);
  expect(await switchMethod({ token: order.payToken })).toEqual({ result: 'choose' });
  await press(order, ANOTHER);
  await press(order, FORM);
  expect(await keysOf(order)).toEqual([FORM, ANOTHER].sort());
  expect(await selectLiveAttempt(order.id)).toMatchObject({ formKey: ANOTHER });
});

test('a form sent again after the order was paid in another way pays nothing', async () => {
  const { order } = await makePayableOrder();
  await press(order, FORM);
  await switchMethod({ token: order.payToken });
  const actor = { userId: null };
  await startPayment({
    ...{ token: order.payToken, method: 'balance', paymentPassword: PASSWORD },
    ...{ host: PHONE, actor },
  });
  expect(await press(order, FORM)).toEqual({ result: 'paid' });
  expect(await selectAttempts(order.id)).toHaveLength(2);
});

test('the key of one order’s form means nothing on another order', async () => {
  const { order, merchantId } = await makePayableOrder();
  const other = await makeOrderFor(merchantId);
  await press(order, FORM);
  expect(await press(other, FORM)).toEqual({ result: 'continue' });
  const { rows } = await pool().query(
    'SELECT order_id FROM attempts WHERE form_key = $1 AND order_id = ANY($2) ORDER BY order_id',
    [FORM, [order.id, other.id]],
  );
  expect(rows.map(({ order_id }) => order_id)).toEqual([order.id, other.id].sort());
});
