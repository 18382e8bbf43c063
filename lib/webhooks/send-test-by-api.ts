import { keyedHash } from '@/lib/core/crypto';
import { inTransaction } from '@/lib/core/unit-of-work';
import { answerOnce } from '@/lib/merchants/answer-once';
import { getWebhookEndpoint } from '@/lib/merchants/get-webhook-endpoint';
import { placePing } from './place-ping';

/**
 * A merchant's server has a test event sent to one of its endpoints.
 *
 * @throws Refusal endpoint_not_found, idempotency_key_reused, idempotency_in_progress
 */
export async function sendTestByApi({
  merchantId,
  endpointId,
  idempotencyKey: key,
}: {
  merchantId: string;
  endpointId: string;
  idempotencyKey: string;
}): Promise<{ status: number; body: string; hit: boolean }> {
  const inputHash = keyedHash('test-webhook-endpoint', endpointId);
  return inTransaction((tx) =>
    answerOnce(tx, { merchantId, key, inputHash }, async () => {
      await getWebhookEndpoint({ merchantId, endpointId }, tx);
      const { eventId, deliveryId } = await placePing(tx, { merchantId, endpointId });
      const body = JSON.stringify({ event_id: eventId, delivery_id: deliveryId });
      return { status: 202, body };
    }),
  );
}
