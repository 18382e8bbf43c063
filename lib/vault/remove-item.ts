import type { Tx } from '@/lib/core/db';
import type { VaultPurpose } from './purposes';
import { deleteItems } from './store';

/**
 * Destroys what was kept, with its data key, once its purpose has ended; in the transaction that ends
 * it. Who read it stays on record. An item that is gone already is no error.
 */
export async function removeItem(
  tx: Tx,
  { itemId, purpose }: { itemId: string; purpose: VaultPurpose },
): Promise<void> {
  await deleteItems(tx, { itemIds: [itemId], purpose });
}
