import { readRoute, writeRoute } from '@/app/_server/route';
import { getOrder } from '@/lib/orders/get-order';
import { noQuerySchema } from '@/lib/orders/schema';
import { listRefunds } from '@/lib/refunds/list-refunds';
import { presentRefund } from '@/lib/refunds/present-refund';
import { requestRefundByApi } from '@/lib/refunds/request-refund-by-api';
import { createRefundSchema } from '@/lib/refunds/schema';

export const POST = writeRoute({
  body: createRefundSchema,
  run: (input, { merchantId, params, idempotencyKey }) =>
    requestRefundByApi({ merchantId, orderId: params.id ?? '', idempotencyKey, input }),
});

export const GET = readRoute({
  query: noQuerySchema,
  run: async (_, { merchantId, params }) => {
    const { id: orderId } = await getOrder({ merchantId, orderId: params.id ?? '' });
    const refunds = (await listRefunds({ orderId })).map(presentRefund);
    return { status: 200, body: JSON.stringify({ refunds }) };
  },
});
