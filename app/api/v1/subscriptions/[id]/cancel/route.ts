import { otherMethods } from '@/app/_server/no-call';
import { writeRoute } from '@/app/_server/route';
import { CANCEL_SUBSCRIPTION } from '@/lib/api/subscription-operations';
import { cancelByApi } from '@/lib/subscriptions/cancel-by-api';

/** Nothing more is charged; what is paid for stays. Again it answers the same. */
export const POST = writeRoute({
  operation: CANCEL_SUBSCRIPTION,
  run: (_, { merchantId, params, idempotencyKey }) =>
    cancelByApi({ merchantId, subscriptionId: params.id ?? '', idempotencyKey }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
