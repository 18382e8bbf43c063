import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { GET_ORDER } from '@/lib/api/order-operations';
import { getOrder } from '@/lib/orders/get-order';
import { presentOrderWithPayment } from '@/lib/refunds/present-order-with-payment';

export const GET = readRoute({
  operation: GET_ORDER,
  run: async (_, { merchantId, params }) => {
    const order = await getOrder({ merchantId, orderId: params.id ?? '' });
    return { status: 200, body: JSON.stringify(await presentOrderWithPayment(order)) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
