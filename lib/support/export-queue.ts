import { recordAudit } from '@/lib/audit/record-audit';
import { databaseNow } from '@/lib/core/clock';
import { BYTE_ORDER_MARK, csvOf } from '@/lib/core/csv';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { listQueue } from './list-queue';
import type { QueueFilter, QueueName } from './queue';
import { filterWords, queueCsvHead, queueCsvLine } from './queue-csv';
import { MOST_EXPORTED } from './queue-rules';

const PAGE = 500;

/**
 * A queue as CSV, longest waiting first, in pieces. That it was taken is on record before the first of them;
 * each row names who took it and when.
 * @throws Refusal not_permitted
 */
export async function exportQueue({
  queue,
  filter,
  by,
}: {
  queue: QueueName;
  filter: QueueFilter;
  by: StaffActor & { displayName: string };
}): Promise<AsyncGenerator<string, void, void>> {
  requireMay(by, 'queue.export');
  const filters = filterWords(filter);
  await inTransaction((tx) =>
    recordAudit(tx, {
      actor: by.id,
      action: 'queue.export',
      subjectType: 'queue',
      subjectId: queue,
      after: { filters, most: MOST_EXPORTED },
    }),
  );
  const watermark = { by: `${by.displayName} (${by.id})`, at: await databaseNow(), filters };
  return pieces();

  async function* pieces() {
    yield BYTE_ORDER_MARK + csvOf([queueCsvHead()]);
    let after: string | undefined;
    for (let taken = 0; taken < MOST_EXPORTED; taken += PAGE) {
      const { rows, next } = await listQueue({ queue, filter, after, limit: PAGE, by });
      if (rows.length > 0) yield csvOf(rows.map((row) => queueCsvLine(row, watermark)));
      if (!next) return;
      after = next;
    }
  }
}
