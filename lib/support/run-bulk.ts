import { isRefusal } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import type { StaffActor } from '@/lib/core/staff-permissions';
import { assignRefundCase } from '@/lib/refund-cases/assign-refund-case';
import { resendEvent } from '@/lib/webhooks/resend-event';
import { askAgain } from './ask-again';
import type { BulkResult, PlannedRow } from './bulk';
import { type BulkRequest, checkBulk } from './check-bulk';
import type { QueueRow } from './queue';
import type { BulkAction } from './queue-rules';
import { selectQueueRows } from './queue-store';

/** Channels are asked, so a few at a time. */
const SIDE_BY_SIDE = 5;

/**
 * Does what the dry run says, row by row, each in its own transaction and on record: one that fails stops
 * none of the others.
 * @throws Refusal not_permitted, bulk_not_here, not_found
 */
export async function runBulk(request: BulkRequest): Promise<BulkResult[]> {
  const { queue, action, to = '', note = '', by } = request;
  const plan = await checkBulk(request);
  const results = new Map<string, BulkResult>();
  const waiting = [...plan];
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      results.set(one.id, await tryOne(one, { action, to, note, by }));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  const left = await selectQueueRows(
    queue,
    plan.map(({ id }) => id),
  );
  return plan.flatMap(({ id }) => {
    const result = results.get(id);
    if (!result) return [];
    const still =
      action === 'ask-again' && result.outcome === 'done' && left.some((row) => row.id === id);
    return [{ ...result, still }];
  });
}

interface Doing {
  action: BulkAction;
  to: string;
  note: string;
  by: StaffActor;
}

async function tryOne({ id, row, skip }: PlannedRow, doing: Doing): Promise<BulkResult> {
  if (skip !== null || !row) return { id, row, outcome: 'skipped', why: skip, still: false };
  try {
    await doOne(row, doing);
    return { id, row, outcome: 'done', why: null, still: false };
  } catch (error) {
    if (isRefusal(error)) return { id, row, outcome: 'failed', why: error.code, still: false };
    log().error({ err: error, id, action: doing.action }, 'a row of many could not be done');
    return { id, row, outcome: 'failed', why: null, still: false };
  }
}

async function doOne(row: QueueRow, { action, to, note, by }: Doing): Promise<void> {
  switch (action) {
    case 'ask-again':
      return askAgain({ row, by });
    case 'send-again':
      return resendEvent({ deliveryId: row.id, by });
    case 'assign':
      await assignRefundCase({ caseId: row.caseId ?? '', to, note, by });
  }
}
