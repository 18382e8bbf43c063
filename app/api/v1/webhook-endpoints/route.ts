import { otherMethods } from '@/app/_server/no-call';
import { readRoute, writeRoute } from '@/app/_server/route';
import { CREATE_WEBHOOK_ENDPOINT, LIST_WEBHOOK_ENDPOINTS } from '@/lib/api/webhook-operations';
import { createEndpointByApi } from '@/lib/merchants/create-endpoint-by-api';
import { listOwnEndpoints } from '@/lib/merchants/list-own-endpoints';
import { presentEndpoint } from '@/lib/merchants/present-endpoint';

export const POST = writeRoute({
  operation: CREATE_WEBHOOK_ENDPOINT,
  run: (input, { merchantId, keyId, idempotencyKey }) =>
    createEndpointByApi({ merchantId, keyId, idempotencyKey, input }),
});

export const GET = readRoute({
  operation: LIST_WEBHOOK_ENDPOINTS,
  run: async (_, { merchantId }) => {
    const endpoints = (await listOwnEndpoints(merchantId)).map(presentEndpoint);
    return { status: 200, body: JSON.stringify({ webhook_endpoints: endpoints }) };
  },
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
