import { present } from '@/lib/core/assert';
import { keyedHash } from '@/lib/core/crypto';
import { inTransaction } from '@/lib/core/unit-of-work';
import { answerWithSecret } from './answer-with-secret';
import type { CreateEndpointInput } from './endpoint-schema';
import { selectEndpoint } from './endpoint-store';
import { newWebhookSecret } from './new-webhook-secret';
import { placeWebhookEndpoint } from './place-webhook-endpoint';
import { presentEndpoint } from './present-endpoint';

/**
 * A merchant's server adds a webhook endpoint: 201 and the endpoint with its secret, kept under the idempotency key.
 *
 * @throws Refusal endpoint_limit, endpoint_address_refused, idempotency_key_reused, idempotency_in_progress
 */
export async function createEndpointByApi({
  merchantId,
  keyId: actor,
  idempotencyKey: key,
  input: { url, topics = [] },
}: {
  merchantId: string;
  keyId: string;
  idempotencyKey: string;
  input: CreateEndpointInput;
}): Promise<{ status: number; body: string; hit: boolean }> {
  const inputHash = keyedHash('create-webhook-endpoint', JSON.stringify([url, ...topics]));
  return inTransaction((tx) =>
    answerWithSecret(tx, { merchantId, key, inputHash }, async () => {
      const secret = newWebhookSecret();
      const endpointId = await placeWebhookEndpoint(tx, { merchantId, url, topics, secret, actor });
      const made = present(await selectEndpoint({ merchantId, endpointId }, tx), 'the endpoint');
      return { status: 201, shown: { ...presentEndpoint(made), secret } };
    }),
  );
}
