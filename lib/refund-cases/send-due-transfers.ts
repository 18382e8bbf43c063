import { enqueueJobOnce } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { selectDueTransfers } from './store';

const AT_ONCE = 50;
/** One that is under way is not asked for again meanwhile. */
const PER_SECONDS = 30;

/** Has every approved transfer sent whose cool-off is over; answers how many. Safe with many workers. */
export async function sendDueTransfers(): Promise<number> {
  return inTransaction(async (tx) => {
    const due = await selectDueTransfers(tx, AT_ONCE);
    for (const caseId of due) {
      const slot = { key: caseId, perSeconds: PER_SECONDS };
      await enqueueJobOnce(tx, 'send-refund-transfer', { caseId }, slot);
    }
    return due.length;
  });
}
