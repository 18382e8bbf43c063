import type { Outcome } from '@/lib/channels/port';
import type { Tx } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { inTransaction } from '@/lib/core/unit-of-work';
import { postEntry } from '@/lib/ledger/post-entry';
import { sameMoney } from '@/lib/money/money';
import { markReturned } from '@/lib/payments/mark-returned';
import type { Refund } from './refund';
import { ASKABLE } from './states';
import { lockRefund, moveRefund } from './store';

/** T2 of a refund: commits the channel's word with the entries that follow. Safe to repeat. */
export async function settleRefundOutcome({
  refundId,
  outcome,
  cause,
}: {
  refundId: string;
  outcome: Outcome;
  cause: string;
}): Promise<void> {
  await inTransaction(async (tx) => {
    const refund = await lockRefund(tx, refundId);
    if (!ASKABLE.includes(refund.state)) return;
    const { evidence } = outcome;
    switch (outcome.kind) {
      case 'pending':
        await moveRefund(tx, refund, { event: 'wait', cause, set: { evidence } });
        return;
      case 'unknown':
        await moveRefund(tx, refund, { event: 'lose', cause, set: { evidence } });
        return;
      case 'failed':
        return settleFailure(tx, refund, { reason: outcome.reason, evidence, cause });
      case 'succeeded': {
        if (!sameMoney(outcome.amount, refund.amount)) {
          log().error({ refundId, evidence }, 'amount differs from the refund');
          await moveRefund(tx, refund, { event: 'lose', cause, set: { evidence } });
          return;
        }
        const set = { evidence, channelRef: outcome.channelRef, nextAskAt: null };
        await moveRefund(tx, refund, { event: 'succeed', cause, set });
        await postEntry(tx, {
          event: 'late_refund_settled',
          entryKey: `late-refund:${refund.id}`,
          businessRef: refund.orderId,
          amount: refund.amount,
          channel: refund.channel,
        });
        await markReturned(tx, { attemptId: refund.attemptId, cause });
      }
    }
  });
}

/** The channel will not: the money goes back into suspense, where a person finds it. */
async function settleFailure(
  tx: Tx,
  refund: Refund,
  { reason, evidence, cause }: { reason: string; evidence: Outcome['evidence']; cause: string },
): Promise<void> {
  // Never received is not refused: it is sent again under the same number by resolve-refund.
  if (reason === 'not_received') {
    await moveRefund(tx, refund, { event: 'lose', cause, set: { evidence } });
    return;
  }
  log().error({ refundId: refund.id, reason }, 'a late payment could not be given back');
  const set = { evidence, failureReason: reason, nextAskAt: null };
  await moveRefund(tx, refund, { event: 'fail', cause, set });
  await postEntry(tx, {
    event: 'late_refund_failed',
    entryKey: `late-refund-failed:${refund.id}`,
    businessRef: refund.orderId,
    amount: refund.amount,
    merchantId: refund.merchantId,
    channel: refund.channel,
  });
}
