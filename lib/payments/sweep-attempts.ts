import { enqueueJobs } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { claimDueAttempts } from './store';

const AT_ONCE = 50;

/** Has every attempt whose time has come asked about; answers how many. Safe with many workers. */
export async function sweepAttempts(): Promise<number> {
  return inTransaction(async (tx) => {
    const due = await claimDueAttempts(tx, AT_ONCE);
    const jobs = due.map((attemptId) => ({ attemptId }));
    await enqueueJobs(tx, 'resolve-attempt', jobs);
    return due.length;
  });
}
