import { databaseNow } from '@/lib/core/clock';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { QueueFilter, QueueName, QueueRow, QueueSort } from './queue';
import { decidable, readCursor } from './queue-rules';
import { selectQueue } from './queue-store';

/**
 * A page of a queue; `next` is what the page after it starts `after`, `now` what its ages are counted to.
 * @throws Refusal not_permitted
 */
export async function listQueue({
  queue,
  filter = {},
  sort = 'oldest',
  after,
  limit = 50,
  by,
}: {
  queue: QueueName;
  filter?: QueueFilter;
  sort?: QueueSort | undefined;
  after?: string | undefined;
  limit?: number;
  by: StaffActor;
}): Promise<{ rows: QueueRow[]; next: string | null; now: Date }> {
  requireMay(by, 'queue.read');
  const now = await databaseNow();
  const found = await selectQueue(
    { queue, filter, mayDecide: decidable(by.staffRole) },
    { sort, after: after === undefined ? undefined : readCursor(after), most: limit + 1 },
  );
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (!last || found.length <= limit) return { rows, next: null, now };
  const at = sort === 'amount' ? (last.amount?.amountMinor ?? 0n) : last.since.getTime();
  return { rows, next: `${at}.${last.id}`, now };
}
