import { readRoute } from '@/app/_server/route';
import { getOrder } from '@/lib/orders/get-order';
import { noQuerySchema } from '@/lib/orders/schema';
import { getRefund } from '@/lib/refunds/get-refund';
import { presentRefund } from '@/lib/refunds/present-refund';

export const GET = readRoute({
  query: noQuerySchema,
  run: async (_, { merchantId, params }) => {
    const { id: orderId } = await getOrder({ merchantId, orderId: params.id ?? '' });
    const refund = await getRefund({ orderId, refundId: params.refund ?? '' });
    return { status: 200, body: JSON.stringify(presentRefund(refund)) };
  },
});
