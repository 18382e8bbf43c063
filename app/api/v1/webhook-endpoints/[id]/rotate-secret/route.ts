import { otherMethods } from '@/app/_server/no-call';
import { writeRoute } from '@/app/_server/route';
import { ROTATE_WEBHOOK_SECRET } from '@/lib/api/webhook-operations';
import { rotateSecretByApi } from '@/lib/merchants/rotate-secret-by-api';

export const POST = writeRoute({
  operation: ROTATE_WEBHOOK_SECRET,
  run: ({ at_once: atOnce = false }, { merchantId, keyId, params, idempotencyKey }) =>
    rotateSecretByApi({ merchantId, keyId, endpointId: params.id ?? '', idempotencyKey, atOnce }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
