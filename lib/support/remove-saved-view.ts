import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { deleteView } from './view-store';

/**
 * Removes a view of one's own.
 * @throws Refusal not_permitted; not_found also for somebody else's
 */
export async function removeSavedView({
  viewId,
  by,
}: {
  viewId: string;
  by: StaffActor;
}): Promise<void> {
  requireMay(by, 'queue.read');
  if (!(await deleteView({ id: viewId, userId: by.id }))) throw new Refusal('not_found');
}
