import { otherMethods } from '@/app/_server/no-call';
import { removeRoute } from '@/app/_server/remove-route';
import { readRoute, writeRoute } from '@/app/_server/route';
import {
  GET_WEBHOOK_ENDPOINT,
  REMOVE_WEBHOOK_ENDPOINT,
  UPDATE_WEBHOOK_ENDPOINT,
} from '@/lib/api/webhook-operations';
import { getWebhookEndpoint } from '@/lib/merchants/get-webhook-endpoint';
import { presentEndpoint } from '@/lib/merchants/present-endpoint';
import { removeWebhookEndpoint } from '@/lib/merchants/remove-webhook-endpoint';
import { setEndpointByApi } from '@/lib/merchants/set-endpoint-by-api';

export const GET = readRoute({
  operation: GET_WEBHOOK_ENDPOINT,
  run: async (_, { merchantId, params }) => {
    const endpoint = await getWebhookEndpoint({ merchantId, endpointId: params.id ?? '' });
    return { status: 200, body: JSON.stringify(presentEndpoint(endpoint)) };
  },
});

export const POST = writeRoute({
  operation: UPDATE_WEBHOOK_ENDPOINT,
  run: (input, { merchantId, keyId, params, idempotencyKey }) =>
    setEndpointByApi({ merchantId, keyId, endpointId: params.id ?? '', idempotencyKey, input }),
});

export const DELETE = removeRoute({
  operation: REMOVE_WEBHOOK_ENDPOINT,
  run: async ({ merchantId, keyId, params: { id: endpointId = '' } }) => {
    // A key of the API is a developer's.
    const by = { id: keyId, merchantId, merchantRole: 'developer' } as const;
    await removeWebhookEndpoint({ by, endpointId });
    return { status: 200, body: JSON.stringify({ id: endpointId, removed: true }) };
  },
});

export const { PUT, PATCH, OPTIONS } = otherMethods('GET', 'POST', 'DELETE');
