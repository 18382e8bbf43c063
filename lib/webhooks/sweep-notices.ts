import { enqueueJobOnce } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { selectUnprocessedNotices } from './store';

const AT_ONCE = 100;
const AGAIN_AFTER_SECONDS = 600;

/** Finds notices whose job got lost or gave up and enqueues it anew; answers how many. */
export async function sweepNotices(): Promise<number> {
  return inTransaction(async (tx) => {
    const waiting = await selectUnprocessedNotices(tx, AT_ONCE);
    for (const noticeId of waiting) {
      const slot = { key: noticeId, perSeconds: AGAIN_AFTER_SECONDS };
      await enqueueJobOnce(tx, 'process-notice', { noticeId }, slot);
    }
    return waiting.length;
  });
}
