import { selectAccountMasks } from './merchant-account-store';

/** Where merchants' payouts went, masked, by the account's id. */
export async function listAccountMasks(
  ids: readonly string[],
): Promise<Map<string, { cardMasked: string; bankName: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await selectAccountMasks([...new Set(ids)]);
  return new Map(rows.map(({ id, ...mask }) => [id, mask]));
}
