import { present } from '@/lib/core/assert';
import { inTransaction } from '@/lib/core/unit-of-work';
import { removeItems } from '@/lib/vault/remove-items';
import { markRowDone } from './row-store';
import { countDone, moveMigration } from './store';

/**
 * A row is done: what it said is destroyed and it is counted, in one commit; with the last one the
 * migration is done. A row that was done before changes nothing.
 */
export async function settleMigrationRow(
  row: { migrationId: string; rowNo: number; itemId: string } & (
    | { agreementId: string }
    | { reason: string }
  ),
): Promise<void> {
  const { migrationId: id, itemId } = row;
  await inTransaction(async (tx) => {
    if (!(await markRowDone(tx, row))) return;
    await removeItems(tx, { itemIds: [itemId], purpose: 'migration_elements' });
    const counted = await countDone(tx, { id, signed: 'agreementId' in row });
    if (present(counted, `running migration ${id}`).left === 0) {
      await moveMigration(tx, { id, event: 'finish', actor: 'job' });
    }
  });
}
