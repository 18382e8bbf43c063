import { otherMethods } from '@/app/_server/no-call';
import { writeRoute } from '@/app/_server/route';
import { CLOSE_ORDER } from '@/lib/api/order-operations';
import { closeOrderByApi } from '@/lib/orders/close-order-by-api';
import { presentOrderWithPayment } from '@/lib/refunds/present-order-with-payment';

/** Nobody is to pay it any more. */
export const POST = writeRoute({
  operation: CLOSE_ORDER,
  run: (_, { merchantId, params, idempotencyKey }) =>
    closeOrderByApi({
      merchantId,
      orderId: params.id ?? '',
      idempotencyKey,
      present: presentOrderWithPayment,
    }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
