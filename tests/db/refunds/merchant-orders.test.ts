import { expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { cny } from '@/lib/money/money';
import { listOrders } from '@/lib/orders/list-orders';
import { getRefundable } from '@/lib/refunds/get-refundable';
import { requestRefund } from '@/lib/refunds/request-refund';
import { sumRefunded } from '@/lib/refunds/sum-refunded';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { seedOrder } from '@/tests/support/factories/orders';
import { makePaidOrder } from '@/tests/support/factories/paid-order';
import { refusalCode } from '@/tests/support/refusal-code';

test('a merchant sees its own orders only, newest first, page by page', async () => {
  const [{ id: merchantId }, stranger] = [await seedMerchant(), await seedMerchant()];
  const made: string[] = [];
  for (let count = 0; count < 3; count += 1) made.push((await seedOrder({ merchantId })).id);
  await seedOrder({ merchantId: stranger.id });
  const first = await listOrders({ merchantId, limit: 2 });
  const second = await listOrders({ merchantId, limit: 2, before: first.next ?? '' });
  const seen = [...first.orders, ...second.orders].map(({ id }) => id);
  expect(seen).toEqual(made.sort().reverse());
  expect(second.next).toBeNull();
});

test('orders are found by state and by the merchant’s number, never another merchant’s', async () => {
  const { order: paid, merchantId } = await makePaidOrder();
  const open = await seedOrder({ merchantId });
  const found = async (filter: Partial<Parameters<typeof listOrders>[0]>) =>
    (await listOrders({ merchantId, ...filter })).orders.map(({ id }) => id);
  expect(await found({ state: 'paid' })).toEqual([paid.id]);
  expect(await found({ state: 'open' })).toEqual([open.id]);
  expect(await found({ merchantOrderNo: open.merchantOrderNo })).toEqual([open.id]);
  const stranger = await seedMerchant();
  expect(await found({ merchantId: stranger.id, merchantOrderNo: open.merchantOrderNo })).toEqual(
    [],
  );
});

test('what can be refunded is what was paid less what is on its way back, and its merchant’s business alone', async () => {
  const { order, merchantId } = await makePaidOrder();
  const orderId = order.id;
  const open = await seedOrder({ merchantId });
  expect(await getRefundable({ merchantId, orderId: open.id })).toEqual(cny(0n));
  await requestRefund({
    ...{ merchantId, orderId, merchantRefundNo: newId('ref'), actor: 'usr_staff' },
    amount: cny(1_800n),
  });
  expect(await getRefundable({ merchantId, orderId })).toEqual(cny(5_000n));
  expect(await sumRefunded([orderId, open.id])).toEqual(new Map([[orderId, cny(1_800n)]]));
  const stranger = await seedMerchant();
  const foreign = getRefundable({ merchantId: stranger.id, orderId });
  expect(await refusalCode(foreign)).toBe('order_not_found');
});
