import { keyedHash } from '@/lib/core/crypto';
import { isRefusal } from '@/lib/core/errors';
import { answerInSteps } from '@/lib/merchants/answer-in-steps';
import { getMerchantRefund } from './get-merchant-refund';
import { presentRefund } from './present-refund';
import type { AskedRefund } from './refund';

/**
 * A merchant's server decides about what a shopper asked for, and is answered with the refund as it stands
 * then. What was decided that way before stays so: asking again answers the same, under any idempotency key.
 *
 * @throws Refusal refund_not_found (another merchant's, too), state_conflict (decided otherwise),
 * idempotency_key_reused, idempotency_in_progress
 */
export async function answerDecision(
  {
    idempotencyKey: key,
    decision,
    ...asked
  }: { merchantId: string; refundId: string; idempotencyKey: string; decision: object },
  decide: () => Promise<unknown>,
  isDecided: (now: AskedRefund) => boolean,
): Promise<{ status: number; body: string; hit: boolean }> {
  await getMerchantRefund(asked);
  const { merchantId, refundId } = asked;
  const inputHash = keyedHash('decide-refund', JSON.stringify([refundId, decision]));
  return answerInSteps({ merchantId, key, inputHash }, async () => {
    try {
      await decide();
    } catch (error) {
      const isConflict = isRefusal(error) && error.code === 'state_conflict';
      if (!isConflict || !isDecided(await getMerchantRefund(asked))) throw error;
    }
    return { status: 200, body: JSON.stringify(presentRefund(await getMerchantRefund(asked))) };
  });
}
