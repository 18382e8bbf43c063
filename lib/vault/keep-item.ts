import type { Tx } from '@/lib/core/db';
import type { VaultPurpose } from './purposes';
import { sealItem } from './seal-item';
import { insertItems } from './store';

/**
 * Keeps one piece of personal data, sealed with a data key of its own that is wrapped with
 * ENCRYPTION_KEY: the database alone opens nothing, and the key can change by wrapping again.
 */
export async function keepItem(
  tx: Tx,
  given: { purpose: VaultPurpose; plain: string },
): Promise<string> {
  const item = sealItem(given);
  await insertItems(tx, [item]);
  return item.id;
}
