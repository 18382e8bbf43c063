import type { FailureReason, Outcome } from '@/lib/channels/port';
import type { Tx } from '@/lib/core/db';
import { failPoint } from '@/lib/core/fail-point';
import { log } from '@/lib/core/log';
import { noteInLog } from '@/lib/core/log-context';
import { inTransaction } from '@/lib/core/unit-of-work';
import { sameMoney } from '@/lib/money/money';
import { bookFailed, bookSettled } from './book-refund';
import { bookReturnedBefore } from './book-returned-before';
import { divertRefund } from './divert-refund';
import { findHoldCode } from './find-hold-code';
import { refusalMeaningOf } from './not-curable';
import { noteOriginalReturn } from './note-original-return';
import { openRefund } from './open-refund';
import type { Refund } from './refund';
import { decideRefusal, refundTakesOver } from './route-rules';
import { isHeld } from './rules';
import { ASKABLE } from './states';
import { lockRefund, moveRefund } from './store';
import { waysBack } from './ways-back';

type Failed = Extract<Outcome, { kind: 'failed' }>;

/**
 * T2 of a refund: commits the channel's word with the entries that follow. Safe to repeat. Answers
 * the refund that takes the place of an undo the channel has refused, for the caller to send. One that was
 * refused for good is carried on by transfer; a code that may mean that the money has gone back already,
 * of this refund or of another one of the payment, leaves it unknown, held for a person.
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
  const instead = await inTransaction(async (tx) => {
    const refund = await lockRefund(tx, refundId);
    noteInLog({ orderId: refund.orderId, attemptId: refund.attemptId, refundId });
    if (!ASKABLE.includes(refund.state)) {
      if (outcome.kind === 'succeeded') await noteOriginalReturn(tx, refund, outcome);
      return undefined;
    }
    const { evidence } = outcome;
    // What is held stays so, with the answer that it is held for, until the channel says that it went through.
    if (isHeld(refund) && outcome.kind !== 'succeeded') return undefined;
    switch (outcome.kind) {
      case 'pending': {
        const ref = outcome.channelRef ? { channelRef: outcome.channelRef } : {};
        await moveRefund(tx, refund, { event: 'wait', cause, set: { evidence, ...ref } });
        return undefined;
      }
      case 'unknown':
        await moveRefund(tx, refund, { event: 'lose', cause, set: { evidence } });
        return undefined;
      case 'failed':
        return settleFailure(tx, refund, outcome, cause);
      case 'succeeded': {
        if (!sameMoney(outcome.amount, refund.amount)) {
          log().error({ refundId, evidence }, 'amount differs from the refund');
          await moveRefund(tx, refund, { event: 'lose', cause, set: { evidence } });
          return undefined;
        }
        const set = { evidence, channelRef: outcome.channelRef, nextAskAt: null };
        await moveRefund(tx, refund, { event: 'succeed', cause, set });
        await bookSettled(tx, refund, cause);
        await bookReturnedBefore(tx, refund);
        failPoint('refund.moved');
        return undefined;
      }
    }
  });
  log().info({ said: outcome.kind, cause }, "a channel's word on a refund is committed");
  failPoint('refund.settled');
  return instead;
}

/** The channel will not. What was set aside stays so while another refund takes its place, or a person has to look. */
async function settleFailure(
  tx: Tx,
  refund: Refund,
  { reason, code, evidence }: Failed,
  cause: string,
): Promise<Refund | undefined> {
  const { id: refundId, route, channel } = refund;
  // Never received is not refused: it is sent again under the same number by resolve-refund.
  if (reason === 'not_received') {
    await moveRefund(tx, refund, { event: 'lose', cause, set: { evidence } });
    return undefined;
  }
  const decision = decideRefusal({ route, code, meaning: refusalMeaningOf(channel, code) });
  const diverts = decision !== 'fail' && decision !== 'hold';
  const heldFor = diverts ? await findHoldCode(tx, refund) : decision === 'hold' && code;
  if (heldFor) {
    const set = { evidence, channelCode: heldFor };
    await moveRefund(tx, refund, { event: 'lose', cause, set });
    log().error({ refundId, code, heldFor }, 'a refund is held: it may have gone back already');
    return undefined;
  }
  const set = { evidence, failureReason: reason, channelCode: code ?? null, nextAskAt: null };
  await moveRefund(tx, refund, { event: 'fail', cause, set });
  if (diverts) {
    await divertRefund(tx, refund, { cause: decision, code: code ?? null });
    return undefined;
  }
  const instead = await refundInstead(tx, refund, reason);
  if (instead) return instead;
  log().error({ refundId, cause: refund.cause, reason }, 'a refund failed for good');
  await bookFailed(tx, refund);
  await bookReturnedBefore(tx, refund);
  return undefined;
}

/** A refund in the place of an undo, where the channel may take one. */
async function refundInstead(
  tx: Tx,
  undo: Refund,
  reason: FailureReason,
): Promise<Refund | undefined> {
  const { id, route, attemptId, channel } = undo;
  const ways = await waysBack(tx, { id: attemptId, channel });
  if (!refundTakesOver({ route, reason, refundOpen: ways?.refund ?? false })) return undefined;
  const instead = { ...undo, route: 'refund' as const, merchantRefundNo: null, channelCode: null };
  return openRefund(
    tx,
    { ...instead, replacesId: id },
    { start: 'go', isTaken: true, cause: `the undo was refused: ${reason}` },
  );
}
