import type { Tx } from '@/lib/core/db';
import type { VaultPurpose } from './purposes';
import { deleteItems } from './store';

/** Destroys many items by one statement, as `removeItem` does one. */
export async function removeItems(
  tx: Tx,
  items: { itemIds: readonly string[]; purpose: VaultPurpose },
): Promise<void> {
  if (items.itemIds.length > 0) await deleteItems(tx, items);
}
