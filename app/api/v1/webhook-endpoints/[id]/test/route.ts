import { otherMethods } from '@/app/_server/no-call';
import { writeRoute } from '@/app/_server/route';
import { TEST_WEBHOOK_ENDPOINT } from '@/lib/api/webhook-operations';
import { sendTestByApi } from '@/lib/webhooks/send-test-by-api';

export const POST = writeRoute({
  operation: TEST_WEBHOOK_ENDPOINT,
  run: (_, { merchantId, params, idempotencyKey }) =>
    sendTestByApi({ merchantId, endpointId: params.id ?? '', idempotencyKey }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
