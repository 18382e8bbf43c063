import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { SavedView } from './saved-view';
import { queueOfPath } from './view-rules';
import { selectViews } from './view-store';

/** Somebody's own views, oldest first; those of a queue that is no more are left out. */
export async function listSavedViews({ by }: { by: StaffActor }): Promise<SavedView[]> {
  requireMay(by, 'queue.read');
  return (await selectViews(by.id)).flatMap((view) => {
    const queue = queueOfPath(view.path);
    return queue ? [{ ...view, queue }] : [];
  });
}
