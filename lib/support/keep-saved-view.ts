import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { MOST_VIEWS, viewPath } from './view-rules';
import { lockViews, selectViews, upsertView } from './view-store';

/**
 * Keeps a queue's address with its filters under a name; the same name replaces. It is one's own table of
 * contents and changes nothing for anybody else, so it is not audited.
 * @throws Refusal not_permitted, view_not_a_queue, view_limit
 */
export async function keepSavedView({
  name,
  path,
  by,
}: {
  name: string;
  path: string;
  by: StaffActor;
}): Promise<{ path: string }> {
  requireMay(by, 'queue.read');
  const kept = viewPath(path);
  if (!kept) throw new Refusal('view_not_a_queue');
  await inTransaction(async (tx) => {
    await lockViews(tx, by.id);
    const views = await selectViews(by.id, tx);
    if (views.length >= MOST_VIEWS && !views.some((view) => view.name === name)) {
      throw new Refusal('view_limit', { most: String(MOST_VIEWS) });
    }
    await upsertView(tx, { id: newId('svw'), userId: by.id, name, path: kept });
  });
  return { path: kept };
}
