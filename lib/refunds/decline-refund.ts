import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { lockAttempt } from '@/lib/payments/lock-attempt';
import { bookGivenBack, tellMerchant } from './book-refund';
import { lockParts } from './chain-store';
import { findRefundOf } from './find-refund-of';
import { readRefund } from './read-refund';
import type { AskedRefund, Refund } from './refund';
import { moveRefund } from './store';

/**
 * The merchant declines what a shopper asked for, or gives up one that still waits for its money: what was
 * set aside is exactly where it was taken from again, and the amount may be asked for anew.
 *
 * @throws Refusal refund_not_found (another merchant's, too), state_conflict
 */
export async function declineRefund({
  refundId,
  merchantId,
  actor,
  reason,
}: {
  refundId: string;
  merchantId: string;
  actor: string;
  reason: string;
}): Promise<AskedRefund> {
  const { attemptId } = await findRefundOf({ refundId, merchantId });
  await inTransaction(async (tx) => {
    await lockAttempt(tx, attemptId);
    const parts = await lockParts(tx, refundId);
    const [first] = parts;
    if (!first || !parts.every(isWaiting)) throw new Refusal('state_conflict', { refundId });
    const set = { decidedBy: actor, decidedAt: await databaseNow(tx), declineReason: reason };
    for (const part of parts) {
      await moveRefund(tx, part, { event: 'decline', actor, cause: reason, set });
      if (part.takenAt) await bookGivenBack(tx, part);
    }
    await tellMerchant(tx, first, 'refund.declined');
  });
  return readRefund(refundId);
}

const isWaiting = ({ state }: Refund): boolean => state === 'requested' || state === 'queued';
