import type { Settlement } from './settlement';
import { selectSettlements } from './store';

/** A merchant's settlements, newest first; `next` is the cursor of the page after. */
export async function listSettlements({
  merchantId,
  before,
  limit = 20,
}: {
  merchantId: string;
  before?: string;
  limit?: number;
}): Promise<{ settlements: Settlement[]; next: string | null }> {
  const found = await selectSettlements(merchantId, { before, limit: limit + 1 });
  const settlements = found.slice(0, limit);
  return { settlements, next: found.length > limit ? (settlements.at(-1)?.id ?? null) : null };
}
