import { randomBytes } from 'node:crypto';
import { seal } from '@/lib/core/crypto';
import { newId } from '@/lib/core/ids';
import type { VaultPurpose } from './purposes';
import { contentContext, keyContext } from './rules';

export interface SealedItem {
  id: string;
  purpose: VaultPurpose;
  wrappedKey: Uint8Array;
  sealed: Uint8Array;
}

/** A new item: sealed with a data key of its own, which is wrapped with ENCRYPTION_KEY. */
export function sealItem({ purpose, plain }: { purpose: VaultPurpose; plain: string }): SealedItem {
  const id = newId('vlt');
  const dataKey = randomBytes(32);
  return {
    id,
    purpose,
    wrappedKey: seal(dataKey, keyContext(id)),
    sealed: seal(plain, contentContext(id, purpose), dataKey),
  };
}
