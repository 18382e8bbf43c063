import type { Tx } from '@/lib/core/db';
import type { VaultPurpose } from './purposes';

export async function insertItem(
  tx: Tx,
  item: { id: string; purpose: VaultPurpose; wrappedKey: Uint8Array; sealed: Uint8Array },
): Promise<void> {
  const { id, purpose } = item;
  const data = {
    id,
    purpose,
    wrappedKey: new Uint8Array(item.wrappedKey),
    sealed: new Uint8Array(item.sealed),
  };
  await tx.vaultItem.create({ data, select: { id: true } });
}

export async function findItem(
  tx: Tx,
  { itemId, purpose }: { itemId: string; purpose: VaultPurpose },
): Promise<{ wrappedKey: Uint8Array; sealed: Uint8Array } | undefined> {
  const row = await tx.vaultItem.findFirst({
    where: { id: itemId, purpose },
    select: { wrappedKey: true, sealed: true },
  });
  return row ?? undefined;
}

export async function recordRead(
  tx: Tx,
  read: { itemId: string; actor: string; purpose: VaultPurpose },
): Promise<void> {
  await tx.vaultRead.create({ data: read, select: { id: true } });
}
