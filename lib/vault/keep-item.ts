import { randomBytes } from 'node:crypto';
import { seal } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import type { VaultPurpose } from './purposes';
import { contentContext, keyContext } from './rules';
import { insertItem } from './store';

/**
 * Keeps one piece of personal data, sealed with a data key of its own that is wrapped with
 * ENCRYPTION_KEY: the database alone opens nothing, and the key can change by wrapping again.
 */
export async function keepItem(
  tx: Tx,
  { purpose, plain }: { purpose: VaultPurpose; plain: string },
): Promise<string> {
  const id = newId('vlt');
  const dataKey = randomBytes(32);
  await insertItem(tx, {
    id,
    purpose,
    wrappedKey: seal(dataKey, keyContext(id)),
    sealed: seal(plain, contentContext(id, purpose), dataKey),
  });
  return id;
}
