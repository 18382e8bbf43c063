import type { Tx } from '@/lib/core/db';
import type { VaultPurpose } from './purposes';
import type { SealedItem } from './seal-item';

export async function insertItems(tx: Tx, items: readonly SealedItem[]): Promise<void> {
  const data = items.map((item) => ({
    ...item,
    wrappedKey: new Uint8Array(item.wrappedKey),
    sealed: new Uint8Array(item.sealed),
  }));
  await tx.vaultItem.createMany({ data });
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

/** Who read them stays on record. */
export async function deleteItems(
  tx: Tx,
  { itemIds, purpose }: { itemIds: readonly string[]; purpose: VaultPurpose },
): Promise<void> {
  await tx.vaultItem.deleteMany({ where: { id: { in: [...itemIds] }, purpose } });
}

export async function recordRead(
  tx: Tx,
  read: { itemId: string; actor: string; purpose: VaultPurpose },
): Promise<void> {
  await tx.vaultRead.create({ data: read, select: { id: true } });
}
