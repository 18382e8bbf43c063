import { enqueueJobs } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { claimDuePayouts } from './store';

const AT_ONCE = 50;

/** Has every payout whose time has come asked about; answers how many. Safe with many workers. */
export async function sweepPayouts(): Promise<number> {
  return inTransaction(async (tx) => {
    const due = await claimDuePayouts(tx, AT_ONCE);
    const jobs = due.map((payoutId) => ({ payoutId }));
    await enqueueJobs(tx, 'resolve-payout', jobs);
    return due.length;
  });
}
