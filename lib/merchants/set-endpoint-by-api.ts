import { keyedHash } from '@/lib/core/crypto';
import type { MerchantActor } from '@/lib/core/merchant-permissions';
import { answerInSteps } from './answer-in-steps';
import type { UpdateEndpointInput } from './endpoint-schema';
import { getWebhookEndpoint } from './get-webhook-endpoint';
import { presentEndpoint } from './present-endpoint';
import { setWebhookEndpoint } from './set-webhook-endpoint';
import { switchWebhookEndpoint } from './switch-webhook-endpoint';

/**
 * A merchant's server changes an endpoint, and is answered with it as it stands then. Doing it again changes
 * nothing more.
 *
 * @throws Refusal endpoint_not_found, endpoint_address_refused, idempotency_key_reused, idempotency_in_progress
 */
export async function setEndpointByApi({
  merchantId,
  keyId,
  endpointId,
  idempotencyKey: key,
  input: { enabled, ...set },
}: {
  merchantId: string;
  keyId: string;
  endpointId: string;
  idempotencyKey: string;
  input: UpdateEndpointInput;
}): Promise<{ status: number; body: string; hit: boolean }> {
  const { url = null, topics = null } = set;
  const told = JSON.stringify([endpointId, url, topics, enabled ?? null]);
  const inputHash = keyedHash('set-webhook-endpoint', told);
  // A key of the API is a developer's.
  const by: MerchantActor = { id: keyId, merchantId, merchantRole: 'developer' };
  return answerInSteps({ merchantId, key, inputHash }, async () => {
    if (url !== null || topics !== null) await setWebhookEndpoint({ by, endpointId, ...set });
    if (enabled !== undefined) await switchWebhookEndpoint({ by, endpointId, on: enabled });
    const endpoint = await getWebhookEndpoint({ merchantId, endpointId });
    return { status: 200, body: JSON.stringify(presentEndpoint(endpoint)) };
  });
}
