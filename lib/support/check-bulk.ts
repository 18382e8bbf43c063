import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { PlannedRow } from './bulk';
import { planRow } from './bulk-rules';
import { selectEndpointsOff } from './bulk-store';
import { listAssignees } from './list-assignees';
import type { QueueName } from './queue';
import { actionsOf, type BulkAction, MOST_AT_ONCE } from './queue-rules';
import { selectQueueRows } from './queue-store';

export interface BulkRequest {
  queue: QueueName;
  action: BulkAction;
  /** Rows of the queue; beyond fifty they are left out. */
  ids: readonly string[];
  /** Whom to assign to; anything else does not need it. */
  to?: string | undefined;
  /** Why, where a case changes hands. */
  note?: string | undefined;
  by: StaffActor;
}

/**
 * A dry run: exactly what would happen to which of these rows, and what would be skipped and why. Changes
 * nothing.
 * @throws Refusal not_permitted, bulk_not_here; not_found for somebody whom nothing can be assigned to
 */
export async function checkBulk({
  queue,
  action,
  ids,
  to,
  by,
}: BulkRequest): Promise<PlannedRow[]> {
  requireMay(by, 'queue.bulk');
  if (action === 'assign') requireMay(by, 'case.assign');
  if (!actionsOf(queue).includes(action)) throw new Refusal('bulk_not_here', { queue, action });
  if (action === 'assign' && !(await listAssignees()).some(({ id }) => id === to)) {
    throw new Refusal('not_found', { userId: to ?? '' });
  }
  const picked = [...new Set(ids)].slice(0, MOST_AT_ONCE);
  const rows = new Map((await selectQueueRows(queue, picked)).map((row) => [row.id, row]));
  const endpointOff =
    action === 'send-again' ? await selectEndpointsOff(picked) : new Set<string>();
  return picked.map((id) => planRow(id, rows.get(id), { action, to: to ?? '', endpointOff }));
}
