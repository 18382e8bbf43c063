import { otherMethods } from '@/app/_server/no-call';
import { readRoute, writeRoute } from '@/app/_server/route';
import { CREATE_REFUND, LIST_ORDER_REFUNDS } from '@/lib/api/refund-operations';
import { getOrder } from '@/lib/orders/get-order';
import { listRefunds } from '@/lib/refunds/list-refunds';
import { presentRefund } from '@/lib/refunds/present-refund';
import { requestRefundByApi } from '@/lib/refunds/request-refund-by-api';

export const POST = writeRoute({
  operation: CREATE_REFUND,
  run: (input, { merchantId, params, idempotencyKey }) =>
    requestRefundByApi({ merchantId, orderId: params.id ?? '', idempotencyKey, input }),
});

export const GET = readRoute({
  operation: LIST_ORDER_REFUNDS,
  run: async (_, { merchantId, params }) => {
    const { id: orderId } = await getOrder({ merchantId, orderId: params.id ?? '' });
    const refunds = (await listRefunds({ orderId })).map(presentRefund);
    return { status: 200, body: JSON.stringify({ refunds }) };
  },
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
