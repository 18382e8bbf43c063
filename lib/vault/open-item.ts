import { open } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { VaultPurpose } from './purposes';
import { contentContext, keyContext } from './rules';
import { findItem, recordRead } from './store';

/**
 * What was kept. Who reads it is on record before it is opened, for good; in the caller's transaction
 * where it has one open.
 * Refusal: not_found (also when it was kept for another purpose).
 */
export async function openItem(
  read: { itemId: string; actor: string; purpose: VaultPurpose },
  within?: Tx,
): Promise<string> {
  const { itemId, purpose } = read;
  const find = async (tx: Tx) => {
    const found = await findItem(tx, { itemId, purpose });
    if (found) await recordRead(tx, read);
    return found;
  };
  const item = await (within ? find(within) : inTransaction(find));
  if (!item) throw new Refusal('not_found', { itemId });
  const dataKey = open(item.wrappedKey, keyContext(itemId));
  return open(item.sealed, contentContext(itemId, purpose), dataKey).toString('utf8');
}
