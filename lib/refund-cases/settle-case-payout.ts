import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { enqueueJob } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getRefundPayout } from '@/lib/payouts/get-refund-payout';
import type { RefundPayout } from '@/lib/payouts/payout';
import { isOriginalReturned } from '@/lib/refunds/is-original-returned';
import { settleTransfer } from '@/lib/refunds/settle-transfer';
import { expiryOf } from './case-rules';
import { dropPayee, dropProposal } from './drop-rest';
import { endReturned, suspendSecondReturn } from './original-return';
import type { RefundCase } from './refund-case';
import { lockCase, moveCase, selectCaseByPayout } from './store';

const ACTOR = 'bank';

/**
 * The bank's word about a payout carries its case on: paid, or open again with the money where it was,
 * for another payee. Safe to repeat and to race: the case is locked, and moves only from where it is.
 */
export async function settleCasePayout({ payoutId }: { payoutId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const found = await selectCaseByPayout(payoutId, tx);
    if (!found) return;
    const known = await lockCase(tx, found.id);
    // A later try: what is said of this one does not matter any more.
    if (known.payoutId !== payoutId) return;
    const payout = await getRefundPayout({ payoutId }, tx);
    if (payout.state === 'succeeded' && known.state === 'sent') await settlePaid(tx, known);
    if (payout.state === 'failed' && known.state === 'sent') await settleFailed(tx, known, payout);
    if (payout.state === 'returned') await settleReturned(tx, known, payout);
  });
}

async function settlePaid(tx: Tx, known: RefundCase): Promise<RefundCase> {
  const { refundId } = known;
  const cause = 'the money has arrived';
  const set = { endedAs: 'card' as const };
  const paid = await moveCase(tx, known, { event: 'succeed', actor: ACTOR, cause, set });
  await settleTransfer(tx, { refundId, event: 'succeed', cause, actor: ACTOR });
  await enqueueJob(tx, 'send-refund-proof', { caseId: known.id });
  if (await isOriginalReturned(refundId, tx)) await suspendSecondReturn(tx, paid);
  return paid;
}

async function settleFailed(tx: Tx, known: RefundCase, payout: RefundPayout): Promise<void> {
  const cause = `the bank refused it: ${payout.failureReason ?? 'no reason given'}`;
  await reopen(tx, known, 'fail', cause);
}

/** Heard of before anybody carried on from the arrival: both happened, in that order. */
async function settleReturned(tx: Tx, known: RefundCase, payout: RefundPayout): Promise<void> {
  const arrived = known.state === 'sent' ? await settlePaid(tx, known) : known;
  if (arrived.state !== 'paid') return;
  const cause = `the bank sent it back: ${payout.failureReason ?? 'no reason given'}`;
  const { refundId } = arrived;
  await settleTransfer(tx, { refundId, event: 'reopen', cause, actor: ACTOR });
  await reopen(tx, arrived, 'return', cause);
}

/** From the start, with another payee; unless the channel has given it back meanwhile. */
async function reopen(
  tx: Tx,
  known: RefundCase,
  event: 'fail' | 'return',
  cause: string,
): Promise<void> {
  const set = {
    payeeId: null,
    proposalId: null,
    sendAt: null,
    endedAs: null,
    expiresAt: expiryOf(await databaseNow(tx)),
  };
  const opened = await moveCase(tx, known, { event, actor: ACTOR, cause, set });
  await dropProposal(tx, known, cause);
  await dropPayee(tx, known);
  // Its job may not have come by yet.
  if (await isOriginalReturned(known.refundId, tx)) return endReturned(tx, opened);
  log().warn({ caseId: known.id, event }, 'a refund by transfer did not stay where it was sent');
  await enqueueJob(tx, 'send-refund-claim', { caseId: known.id });
}
