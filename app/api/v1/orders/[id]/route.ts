import { readRoute } from '@/app/_server/route';
import { getOrder } from '@/lib/orders/get-order';
import { noQuerySchema } from '@/lib/orders/schema';
import { presentOrderWithPayment } from '@/lib/refunds/present-order-with-payment';

export const GET = readRoute({
  query: noQuerySchema,
  run: async (_, { merchantId, params }) => {
    const order = await getOrder({ merchantId, orderId: params.id ?? '' });
    return { status: 200, body: JSON.stringify(await presentOrderWithPayment(order)) };
  },
});
