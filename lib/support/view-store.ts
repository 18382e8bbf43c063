import { db, type Tx } from '@/lib/core/db';

export const selectViews = (
  userId: string,
  tx: Tx = db(),
): Promise<{ id: string; name: string; path: string }[]> =>
  tx.savedView.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, path: true },
  });

/** One person's views are changed one after the other. */
export async function lockViews(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM pg_advisory_xact_lock(hashtextextended(${`saved_views:${userId}`}, 0))`;
}

/** The same name of the same person is the same view. */
export async function upsertView(
  tx: Tx,
  view: { id: string; userId: string; name: string; path: string },
): Promise<void> {
  const { userId, name, path } = view;
  await tx.savedView.upsert({
    where: { userId_name: { userId, name } },
    create: view,
    update: { path },
    select: { id: true },
  });
}

/** False when that person has no such view. */
export async function deleteView(view: { id: string; userId: string }): Promise<boolean> {
  return (await db().savedView.deleteMany({ where: view })).count === 1;
}
