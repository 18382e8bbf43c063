import { expect, test } from 'vitest';
import { newSortableNumber } from '@/lib/core/ids';
import { listTransitions } from '@/lib/core/list-transitions';
import { closeOrderByApi } from '@/lib/orders/close-order-by-api';
import { expireOrders } from '@/lib/orders/expire-orders';
import type { Order } from '@/lib/orders/order';
import { presentOrder } from '@/lib/orders/present-order';
import { readOrder } from '@/lib/orders/read-order';
import { payFromBalance } from '@/tests/support/factories/paid-order';
import {
  endOrdersTime,
  makeAttempt,
  makePayableOrder,
} from '@/tests/support/factories/payable-order';
import { refusalCode } from '@/tests/support/refusal-code';

const close = ({ id: orderId, merchantId }: Order) =>
  closeOrderByApi({
    ...{ merchantId, orderId, idempotencyKey: newSortableNumber() },
    present: presentOrder,
  });
const stateOf = async ({ id }: Order) => (await readOrder(id)).state;

test('an open order is closed, and it is written down by whom', async () => {
  const { order, merchantId } = await makePayableOrder();
  expect(JSON.parse((await close(order)).body)).toMatchObject({ id: order.id, state: 'closed' });
  expect((await listTransitions('order', order.id)).at(-1)).toMatchObject({
    event: 'close',
    to: 'closed',
    actor: `merchant:${merchantId}`,
  });
  expect(JSON.parse((await close(order)).body)).toMatchObject({ state: 'closed' });
  expect(await listTransitions('order', order.id)).toHaveLength(1);
});

test('what is paid stays paid, and what a channel may just be paying is not closed under it', async () => {
  const { order: paid } = await makePayableOrder();
  await payFromBalance(paid);
  expect(await refusalCode(close(paid))).toBe('order_already_paid');
  const { order: busy } = await makePayableOrder();
  await makeAttempt(busy, 'waiting');
  expect(await refusalCode(close(busy))).toBe('payment_in_progress');
  expect([await stateOf(paid), await stateOf(busy)]).toEqual(['paid', 'open']);
});

test('an attempt that nobody can complete any more does not hold the order open', async () => {
  const { order } = await makePayableOrder();
  await makeAttempt(order, 'waiting', { payableForMs: -600_000 });
  await close(order);
  expect(await stateOf(order)).toBe('closed');
});

test('an expired order stays so', async () => {
  const { order } = await makePayableOrder();
  await endOrdersTime(order.id);
  await expireOrders();
  expect(JSON.parse((await close(order)).body)).toMatchObject({ state: 'expired' });
});

test('another merchant’s order is as unknown as none', async () => {
  const [{ order }, { merchantId }] = [await makePayableOrder(), await makePayableOrder()];
  expect(await refusalCode(close({ ...order, merchantId }))).toBe('order_not_found');
  expect(await stateOf(order)).toBe('open');
});
