import { open } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { VaultPurpose } from './purposes';
import { contentContext, keyContext } from './rules';
import { findItem, recordRead } from './store';

/**
 * What was kept. Who reads it is on record before it is opened, for good.
 * Refusal: not_found (also when it was kept for another purpose).
 */
export async function openItem(read: {
  itemId: string;
  actor: string;
  purpose: VaultPurpose;
}): Promise<string> {
  const { itemId, purpose } = read;
  const item = await inTransaction(async (tx) => {
    const found = await findItem(tx, { itemId, purpose });
    if (found) await recordRead(tx, read);
    return found;
  });
  if (!item) throw new Refusal('not_found', { itemId });
  const dataKey = open(item.wrappedKey, keyContext(itemId));
  return open(item.sealed, contentContext(itemId, purpose), dataKey).toString('utf8');
}
