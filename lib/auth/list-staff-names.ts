import { selectUserNames } from './store';

/** Who these members of staff are and which merchant is theirs (null: the office's), by id; shoppers are left out. */
export async function listStaffNames(
  ids: readonly string[],
): Promise<Map<string, { displayName: string; merchantId: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await selectUserNames(ids);
  return new Map(rows.map(({ id, ...user }) => [id, user]));
}
