import { enqueueJobs } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { claimUnrelayedEvents } from './event-store';

const AT_ONCE = 200;

/**
 * Turns committed events into jobs, each exactly once, however many relays run; answers how many.
 */
export async function relayOutbox(): Promise<number> {
  return inTransaction(async (tx) => {
    const events = await claimUnrelayedEvents(tx, AT_ONCE);
    const jobs = events.map((eventId) => ({ eventId }));
    await enqueueJobs(tx, 'fan-out-event', jobs);
    return events.length;
  });
}
