import { type AttemptRow, selectFoundAttempts } from './attempt-list-store';

/** These attempts, by id: what paid each of a page of orders. */
export async function listAttemptsById(ids: readonly string[]): Promise<Map<string, AttemptRow>> {
  if (ids.length === 0) return new Map();
  const rows = await selectFoundAttempts({ keys: { ids } }, ids.length);
  return new Map(rows.map((row) => [row.id, row]));
}
