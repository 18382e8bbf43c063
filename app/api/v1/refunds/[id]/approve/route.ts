import { otherMethods } from '@/app/_server/no-call';
import { writeRoute } from '@/app/_server/route';
import { APPROVE_REFUND } from '@/lib/api/refund-operations';
import { approveRefundByApi } from '@/lib/refunds/approve-refund-by-api';

/** What a shopper asked for goes back. Again it answers the same. */
export const POST = writeRoute({
  operation: APPROVE_REFUND,
  run: (_, { merchantId, params, idempotencyKey }) =>
    approveRefundByApi({ merchantId, refundId: params.id ?? '', idempotencyKey }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
