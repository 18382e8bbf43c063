import { enqueueJobs } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { claimDueRefunds } from './store';

const AT_ONCE = 50;

/** Has every refund whose time has come asked about; answers how many. Safe with many workers. */
export async function sweepRefunds(): Promise<number> {
  return inTransaction(async (tx) => {
    const due = await claimDueRefunds(tx, AT_ONCE);
    const jobs = due.map((refundId) => ({ refundId }));
    await enqueueJobs(tx, 'resolve-refund', jobs);
    return due.length;
  });
}
