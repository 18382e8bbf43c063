import { otherMethods } from '@/app/_server/no-call';
import { readRoute, writeRoute } from '@/app/_server/route';
import { CREATE_ORDER, LIST_ORDERS } from '@/lib/api/order-operations';
import { createOrder } from '@/lib/orders/create-order';
import { listMerchantOrders } from '@/lib/orders/list-merchant-orders';
import {
  presentOrdersWithPayment,
  presentOrderWithPayment,
} from '@/lib/refunds/present-order-with-payment';

export const POST = writeRoute({
  operation: CREATE_ORDER,
  run: (input, { merchantId, idempotencyKey }) =>
    createOrder({ merchantId, idempotencyKey, input, present: presentOrderWithPayment }),
});

/** Newest first; `next`, where there is one, is the `starting_after` of the following page. */
export const GET = readRoute({
  operation: LIST_ORDERS,
  run: async (query, { merchantId }) => {
    const { orders, next } = await listMerchantOrders({ merchantId, query });
    const shown = await presentOrdersWithPayment(orders);
    return { status: 200, body: JSON.stringify({ orders: shown, next }) };
  },
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
