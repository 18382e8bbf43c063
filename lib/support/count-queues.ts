import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { QueueCount } from './queue';
import { selectQueueCounts } from './queue-store';

/** Every page of the office shows them: one question serves all that are drawn within this time. */
const FRESH_MS = 1_500;
let kept: { at: number; counts: Promise<QueueCount[]> } | undefined;

/**
 * How full each queue is, as of a moment ago.
 *
 * @throws Refusal not_permitted
 */
export async function countQueues({ by }: { by: StaffActor }): Promise<QueueCount[]> {
  requireMay(by, 'queue.read');
  const now = performance.now();
  if (kept && now - kept.at < FRESH_MS) return kept.counts;
  const asked = { at: now, counts: selectQueueCounts() };
  kept = asked;
  // A question that failed is not what the next page shall be told.
  asked.counts.catch(() => {
    if (kept === asked) kept = undefined;
  });
  return asked.counts;
}
