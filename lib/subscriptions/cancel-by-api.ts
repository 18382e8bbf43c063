import { keyedHash } from '@/lib/core/crypto';
import { inTransaction } from '@/lib/core/unit-of-work';
import { answerOnce } from '@/lib/merchants/answer-once';
import { cancelWithin } from './cancel-within';
import { presentSubscription } from './present-subscription';

/**
 * A merchant cancels one of its subscriptions by API, and is answered with it as it stands then.
 * Refusals: subscription_not_found, idempotency_key_reused, idempotency_in_progress.
 */
export async function cancelByApi({
  merchantId,
  subscriptionId,
  idempotencyKey,
}: {
  merchantId: string;
  subscriptionId: string;
  idempotencyKey: string;
}): Promise<{ status: number; body: string; hit: boolean }> {
  const inputHash = keyedHash('cancel-subscription', subscriptionId);
  return inTransaction((tx) =>
    answerOnce(tx, { merchantId, key: idempotencyKey, inputHash }, async () => {
      const subscription = await cancelWithin(tx, { subscriptionId, by: { merchantId } });
      return { status: 200, body: JSON.stringify(presentSubscription(subscription)) };
    }),
  );
}
