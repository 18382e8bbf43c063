import { otherMethods } from '@/app/_server/no-call';
import { writeRoute } from '@/app/_server/route';
import { DECLINE_REFUND } from '@/lib/api/refund-operations';
import { declineRefundByApi } from '@/lib/refunds/decline-refund-by-api';

/** It does not, and the shopper reads why. Again it answers the same. */
export const POST = writeRoute({
  operation: DECLINE_REFUND,
  run: (input, { merchantId, params, idempotencyKey }) =>
    declineRefundByApi({ merchantId, refundId: params.id ?? '', idempotencyKey, input }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
