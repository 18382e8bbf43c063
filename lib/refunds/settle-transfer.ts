import { assert } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { markReturned } from '@/lib/payments/mark-returned';
import { readAttempt } from '@/lib/payments/read-attempt';
import { bookFailed, tellMerchant } from './book-refund';
import { giveFeeBack } from './give-fee-back';
import type { Refund } from './refund';
import { lockRefund, moveRefund, selectRefund } from './store';
import { takeFeeBack } from './take-fee-back';

/**
 * What became of a refund by transfer, inside the transaction of its case or its payout. succeed: the money
 * has left refunds payable for the shopper; the payout or the entry to a balance is the caller's. fail: it is
 * the merchant's again (or late money again), where it was taken from; booked here. reopen: the bank sent
 * it back, and our fee with it. park: nobody said where to; the entry into suspense is the caller's. What is there already stays.
 */
export async function settleTransfer(
  tx: Tx,
  {
    refundId,
    event,
    cause,
    actor,
  }: {
    refundId: string;
    event: 'succeed' | 'fail' | 'reopen' | 'park';
    cause: string;
    actor: string;
  },
): Promise<Refund> {
  const refund = await lockRefund(tx, refundId);
  assert(refund.route === 'transfer', `${refundId} is no transfer`);
  if (refund.state === LEADS_TO[event]) return refund;
  await moveRefund(tx, refund, { event, cause, actor });
  if (event === 'fail') await bookFailed(tx, refund);
  if (event === 'succeed') await tellSucceeded(tx, refund, cause);
  if (event === 'reopen') await takeFeeBack(tx, refund, { cause, actor });
  return selectRefund(refundId, tx);
}

const LEADS_TO = {
  succeed: 'succeeded',
  fail: 'failed',
  reopen: 'diverted',
  park: 'unclaimed',
} as const;

async function tellSucceeded(tx: Tx, refund: Refund, cause: string): Promise<void> {
  const { attemptId } = refund;
  if (refund.cause === 'late_payment') {
    const { state } = await readAttempt(attemptId, tx);
    if (state !== 'returned') await markReturned(tx, { attemptId, cause });
    return;
  }
  await giveFeeBack(tx, refund);
  await tellMerchant(tx, refund, 'refund.succeeded');
}
