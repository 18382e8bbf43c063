import { readRoute, writeRoute } from '@/app/_server/route';
import { createOrder } from '@/lib/orders/create-order';
import { getOrderByMerchantNo } from '@/lib/orders/get-order-by-merchant-no';
import { presentOrder } from '@/lib/orders/present-order';
import { createOrderSchema, findOrderQuerySchema } from '@/lib/orders/schema';

export const POST = writeRoute({
  body: createOrderSchema,
  run: (input, { merchantId, idempotencyKey }) =>
    createOrder({ merchantId, idempotencyKey, input }),
});

export const GET = readRoute({
  query: findOrderQuerySchema,
  run: async ({ merchant_order_no: merchantOrderNo }, { merchantId }) => {
    const order = await getOrderByMerchantNo({ merchantId, merchantOrderNo });
    return { status: 200, body: JSON.stringify(presentOrder(order)) };
  },
});
