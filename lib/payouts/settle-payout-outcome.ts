import type { PayoutFailureReason, PayoutOutcome } from '@/lib/channels/payout-port';
import type { Evidence } from '@/lib/channels/port';
import { announce } from '@/lib/core/announce';
import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { failPoint } from '@/lib/core/fail-point';
import { log } from '@/lib/core/log';
import { noteInLog } from '@/lib/core/log-context';
import { enqueueJob } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { sameMoney } from '@/lib/money/money';
import { bookPaid, bookRefused, bookReturned, bookSent } from './book-payout';
import type { Payout } from './payout';
import { UNDECIDED } from './states';
import { clearContradicted, lockPayout, markContradicted, movePayout } from './store';

interface Word {
  outcome: PayoutOutcome;
  cause: string;
}
/** The bank's number where it gave one, its word, and why where it is bad news. */
type Facts = { channelRef?: string; evidence: Evidence };
type BadNews = Facts & { reason: PayoutFailureReason };

const ACTOR = 'bank';

/**
 * T2: commits what the bank said, once and for good, with the entries that follow from it. Safe to
 * repeat and to race: the payout's row is locked first, every move is conditional and every entry
 * has a key of its own.
 */
export async function settlePayoutOutcome({
  payoutId,
  ...word
}: Word & { payoutId: string }): Promise<void> {
  noteInLog({ payoutId });
  await inTransaction(async (tx) => {
    await settleWord(tx, await lockPayout(tx, payoutId), word);
    failPoint('payout.moved');
  });
  failPoint('payout.settled');
}

async function settleWord(tx: Tx, payout: Payout, word: Word): Promise<void> {
  const { id: payoutId } = payout;
  if (UNDECIDED.includes(payout.state)) return settleUndecided(tx, payout, word);
  if (payout.state === 'succeeded' && word.outcome.kind === 'returned') {
    return settleReturn(tx, payout, word.outcome, word.cause);
  }
  const { kind: said } = word.outcome;
  if (payout.state === 'failed' && (said === 'failed' || said === 'returned')) {
    // As it first said, or back again.
    await clearContradicted(tx, payoutId);
  }
  if (contradicts(payout, word.outcome)) {
    // Nothing is booked on a word that takes back the bank's own last one: a person has to look.
    const { kind, evidence } = word.outcome;
    // Refused, and paid after all: nobody else may be paid for the same refund meanwhile.
    const isPaid = payout.state === 'failed' && kind !== 'returned';
    if (payout.payeeId && isPaid) await markContradicted(tx, payoutId, evidence);
    log().error({ payoutId, state: payout.state, kind, evidence }, 'the bank contradicts itself');
  }
}

async function settleUndecided(tx: Tx, payout: Payout, { outcome, cause }: Word): Promise<void> {
  switch (outcome.kind) {
    case 'unknown':
      return lose(tx, payout, outcome, cause);
    case 'failed':
      // Never received is not refused: resolve-payout sends it again under the same number.
      return outcome.reason === 'not_received'
        ? lose(tx, payout, outcome, cause)
        : settleFailure(tx, payout, outcome, cause);
    case 'returned':
      // Only what had arrived can come back: we missed that part.
      await settleReturn(tx, await settleSuccess(tx, payout, outcome, cause), outcome, cause);
      return;
    case 'accepted':
    case 'succeeded':
      if (!sameMoney(outcome.amount, payout.amount)) {
        const { evidence } = outcome;
        log().error({ payoutId: payout.id, evidence }, 'amount differs from the payout');
        return lose(tx, payout, outcome, cause);
      }
      if (outcome.kind === 'succeeded') await settleSuccess(tx, payout, outcome, cause);
      else await settleAcceptance(tx, payout, outcome, cause);
  }
}

async function lose(tx: Tx, payout: Payout, { evidence }: Facts, cause: string) {
  await movePayout(tx, payout, { event: 'lose', actor: ACTOR, cause, set: { evidence } });
}

async function settleAcceptance(
  tx: Tx,
  payout: Payout,
  { channelRef, evidence }: Facts,
  cause: string,
): Promise<void> {
  await bookSent(tx, payout);
  const set = { channelRef, evidence };
  await movePayout(tx, payout, { event: 'accept', actor: ACTOR, cause, set });
}

async function settleSuccess(
  tx: Tx,
  payout: Payout,
  { channelRef, evidence }: Facts,
  cause: string,
): Promise<Payout> {
  await bookSent(tx, payout);
  await bookPaid(tx, payout);
  const finishedAt = await databaseNow(tx);
  const set = { evidence, finishedAt, ...(channelRef ? { channelRef } : {}) };
  await tellRefundCase(tx, payout);
  await tellMerchant(tx, payout, 'payout.succeeded');
  return movePayout(tx, payout, { event: 'succeed', actor: ACTOR, cause, set });
}

async function settleFailure(
  tx: Tx,
  payout: Payout,
  { reason: failureReason, evidence, channelRef }: BadNews,
  cause: string,
): Promise<void> {
  await bookRefused(tx, payout);
  const finishedAt = await databaseNow(tx);
  const ref = channelRef ? { channelRef } : {};
  const set = { failureReason, evidence, finishedAt, nextAskAt: null, ...ref };
  await tellRefundCase(tx, payout);
  await tellMerchant(tx, payout, 'payout.failed');
  await movePayout(tx, payout, { event: 'fail', actor: ACTOR, cause, set });
}

async function settleReturn(
  tx: Tx,
  payout: Payout,
  { reason: failureReason, evidence }: BadNews,
  cause: string,
): Promise<void> {
  await bookReturned(tx, payout);
  const set = { failureReason, evidence, nextAskAt: null };
  await tellRefundCase(tx, payout);
  await tellMerchant(tx, payout, 'payout.returned');
  await movePayout(tx, payout, { event: 'return', actor: ACTOR, cause, set });
}

/** What was paid for a refund: its case goes on from the bank's word, in a commit of its own. */
async function tellRefundCase(tx: Tx, { id: payoutId, payeeId }: Payout): Promise<void> {
  if (payeeId) await enqueueJob(tx, 'carry-on-refund-case', { payoutId });
}

/** A merchant learns what became of its own withdrawals; shoppers' are none of its business. */
async function tellMerchant(tx: Tx, { id, account }: Payout, topic: string): Promise<void> {
  if (account.subject !== 'merchant_balance') return;
  await announce(tx, [{ topic, merchantId: account.owner, subjectId: id }]);
}

const contradicts = ({ state }: Payout, { kind }: PayoutOutcome): boolean =>
  (state === 'succeeded' && kind === 'failed') ||
  (state === 'failed' && (kind === 'succeeded' || kind === 'accepted' || kind === 'returned'));
