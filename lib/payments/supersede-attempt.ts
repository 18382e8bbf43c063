import { inTransaction } from '@/lib/core/unit-of-work';
import { lockOrder } from '@/lib/orders/lock-order';
import { releasePart } from './release-part';
import { moveAttempt, selectAttempt } from './store';

/**
 * Leaves an attempt behind that the channel has just called unpaid: payable only until its time
 * limit, asked about until then. `paid` when the order was quicker; `left` also when somebody else
 * left it, or the channel's last word was not "waiting" any more.
 */
export async function supersedeAttempt({
  attemptId,
  orderId,
  cause,
}: {
  attemptId: string;
  orderId: string;
  cause: string;
}): Promise<'left' | 'paid'> {
  return inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order.state === 'paid') return 'paid';
    const attempt = await selectAttempt(attemptId, tx);
    if (attempt.state !== 'waiting') return 'left';
    const set = { nextStep: null };
    await moveAttempt(tx, { attempt, event: 'supersede', actor: 'shopper', cause, set });
    // It may be needed for the other way; should this one be paid after all, that is given back.
    await releasePart(tx, attempt);
    return 'left';
  });
}
