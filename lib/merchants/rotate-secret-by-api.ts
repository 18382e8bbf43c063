import { keyedHash } from '@/lib/core/crypto';
import { inTransaction } from '@/lib/core/unit-of-work';
import { answerWithSecret } from './answer-with-secret';
import { getWebhookEndpoint } from './get-webhook-endpoint';
import { newWebhookSecret } from './new-webhook-secret';
import { placeWebhookSecret } from './place-webhook-secret';
import { presentEndpoint } from './present-endpoint';

/**
 * A merchant's server replaces the secret of an endpoint, and is answered with the new one.
 *
 * @throws Refusal endpoint_not_found, idempotency_key_reused, idempotency_in_progress
 */
export async function rotateSecretByApi({
  merchantId,
  keyId: actor,
  endpointId,
  idempotencyKey: key,
  atOnce,
}: {
  merchantId: string;
  keyId: string;
  endpointId: string;
  idempotencyKey: string;
  atOnce: boolean;
}): Promise<{ status: number; body: string; hit: boolean }> {
  const inputHash = keyedHash('rotate-webhook-secret', `${endpointId} ${atOnce}`);
  return inTransaction((tx) =>
    answerWithSecret(tx, { merchantId, key, inputHash }, async () => {
      const secret = newWebhookSecret();
      await placeWebhookSecret(tx, { merchantId, endpointId, secret, atOnce, actor });
      const endpoint = await getWebhookEndpoint({ merchantId, endpointId }, tx);
      return { status: 200, shown: { ...presentEndpoint(endpoint), secret } };
    }),
  );
}
