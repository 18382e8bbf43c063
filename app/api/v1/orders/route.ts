import { readRoute, writeRoute } from '@/app/_server/route';
import { createOrder } from '@/lib/orders/create-order';
import { getOrderByMerchantNo } from '@/lib/orders/get-order-by-merchant-no';
import { createOrderSchema, findOrderQuerySchema } from '@/lib/orders/schema';
import { presentOrderWithPayment } from '@/lib/refunds/present-order-with-payment';

export const POST = writeRoute({
  body: createOrderSchema,
  run: (input, { merchantId, idempotencyKey }) =>
    createOrder({ merchantId, idempotencyKey, input, present: presentOrderWithPayment }),
});

export const GET = readRoute({
  query: findOrderQuerySchema,
  run: async ({ merchant_order_no: merchantOrderNo }, { merchantId }) => {
    const order = await getOrderByMerchantNo({ merchantId, merchantOrderNo });
    return { status: 200, body: JSON.stringify(await presentOrderWithPayment(order)) };
  },
});
