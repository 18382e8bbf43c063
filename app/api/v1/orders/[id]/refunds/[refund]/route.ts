import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { GET_ORDER_REFUND } from '@/lib/api/refund-operations';
import { getOrder } from '@/lib/orders/get-order';
import { getRefund } from '@/lib/refunds/get-refund';
import { presentRefund } from '@/lib/refunds/present-refund';

export const GET = readRoute({
  operation: GET_ORDER_REFUND,
  run: async (_, { merchantId, params }) => {
    const { id: orderId } = await getOrder({ merchantId, orderId: params.id ?? '' });
    const refund = await getRefund({ orderId, refundId: params.refund ?? '' });
    return { status: 200, body: JSON.stringify(presentRefund(refund)) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
