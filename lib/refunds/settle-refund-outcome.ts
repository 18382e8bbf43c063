import type { FailureReason, Outcome } from '@/lib/channels/port';
import type { Tx } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { inTransaction } from '@/lib/core/unit-of-work';
import { sameMoney } from '@/lib/money/money';
import { bookFailed, bookSettled } from './book-refund';
import { openRefund } from './open-refund';
import type { Refund } from './refund';
import { refundTakesOver } from './route-rules';
import { ASKABLE } from './states';
import { lockRefund, moveRefund } from './store';
import { waysBack } from './ways-back';

/**
 * T2 of a refund: commits the channel's word with the entries that follow. Safe to repeat. Answers
 * the refund that takes the place of an undo the channel has refused, for the caller to send.
 */
export async function settleRefundOutcome({
  refundId,
  outcome,
  cause,
}: {
  refundId: string;
  outcome: Outcome;
  cause: string;
}): Promise<Refund | undefined> {
  return inTransaction(async (tx) => {
    const refund = await lockRefund(tx, refundId);
    if (!ASKABLE.includes(refund.state)) return undefined;
    const { evidence } = outcome;
    switch (outcome.kind) {
      case 'pending':
        await moveRefund(tx, refund, { event: 'wait', cause, set: { evidence } });
        return undefined;
      case 'unknown':
        await moveRefund(tx, refund, { event: 'lose', cause, set: { evidence } });
        return undefined;
      case 'failed':
        return settleFailure(tx, refund, { reason: outcome.reason, evidence, cause });
      case 'succeeded': {
        if (!sameMoney(outcome.amount, refund.amount)) {
          log().error({ refundId, evidence }, 'amount differs from the refund');
          await moveRefund(tx, refund, { event: 'lose', cause, set: { evidence } });
          return undefined;
        }
        const set = { evidence, channelRef: outcome.channelRef, nextAskAt: null };
        await moveRefund(tx, refund, { event: 'succeed', cause, set });
        await bookSettled(tx, refund, cause);
        return undefined;
      }
    }
  });
}

/** The channel will not. What was set aside stays so while a refund takes an undo's place. */
async function settleFailure(
  tx: Tx,
  refund: Refund,
  given: { reason: FailureReason; evidence: Outcome['evidence']; cause: string },
): Promise<Refund | undefined> {
  const { reason, evidence, cause } = given;
  const { id: refundId, route, attemptId, channel } = refund;
  // Never received is not refused: it is sent again under the same number by resolve-refund.
  if (reason === 'not_received') {
    await moveRefund(tx, refund, { event: 'lose', cause, set: { evidence } });
    return undefined;
  }
  const set = { evidence, failureReason: reason, nextAskAt: null };
  await moveRefund(tx, refund, { event: 'fail', cause, set });
  const ways = await waysBack(tx, { id: attemptId, channel });
  if (refundTakesOver({ route, reason, refundOpen: ways?.refund ?? false })) {
    const instead = { ...refund, route: 'refund' as const, merchantRefundNo: null };
    return openRefund(tx, { ...instead, replacesId: refundId }, `the undo was refused: ${reason}`);
  }
  log().error({ refundId, cause: refund.cause, reason }, 'a refund failed for good');
  await bookFailed(tx, refund);
  return undefined;
}
