import { enqueueJobs } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { selectNotCarriedOn, selectOriginalsUnheard, selectWithoutCase } from './lost-jobs-store';

const AT_ONCE = 50;

/**
 * Has done again what a lost job should have done: a case opened, carried on from the bank's word, or told
 * that the channel gave the money back; answers how much. Each job does its work once however often it runs.
 */
export async function sweepRefundCases(): Promise<number> {
  return inTransaction(async (tx) => {
    const unopened = await selectWithoutCase(tx, AT_ONCE);
    const decided = await selectNotCarriedOn(tx, AT_ONCE);
    const returned = await selectOriginalsUnheard(tx, AT_ONCE);
    const refund = ({ id: refundId }: { id: string }) => ({ refundId });
    await enqueueJobs(tx, 'open-refund-case', unopened.map(refund));
    const payouts = decided.map(({ id: payoutId }) => ({ payoutId }));
    await enqueueJobs(tx, 'carry-on-refund-case', payouts);
    await enqueueJobs(tx, 'original-returned', returned.map(refund));
    return unopened.length + decided.length + returned.length;
  });
}
