import { inTransaction } from '@/lib/core/unit-of-work';
import { removeItems } from '@/lib/vault/remove-items';
import { deleteCancelled, deleteRows } from './leftover-store';

const ROWS_AT_ONCE = 500;

/** Destroys a file that was given up, with all that was sealed of it. */
export async function removeCancelledMigration(migrationId: string): Promise<void> {
  for (;;) {
    const left = await inTransaction(async (tx) => {
      const { rows, itemIds } = await deleteRows(tx, { migrationId, most: ROWS_AT_ONCE });
      await removeItems(tx, { itemIds, purpose: 'migration_elements' });
      if (rows === 0) await deleteCancelled(tx, migrationId);
      return rows;
    });
    if (left === 0) return;
  }
}
