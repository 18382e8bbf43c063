import { mayDo, type StaffRole } from '@/lib/core/staff-permissions';
import type { QueueName } from '@/lib/support/queue';
import { actionsOf, type BulkAction } from '@/lib/support/queue-rules';

/** What to offer for several rows of a queue; what may really be done is for the use cases to say. */
export const bulkActionsOf = (queue: QueueName, role: StaffRole): BulkAction[] =>
  mayDo(role, 'queue.bulk')
    ? actionsOf(queue).filter((action) => action !== 'assign' || mayDo(role, 'case.assign'))
    : [];
