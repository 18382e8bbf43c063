import type { Tx } from '@/lib/core/db';
import type { VaultPurpose } from './purposes';
import { sealItem } from './seal-item';
import { insertItems } from './store';

/** Keeps many pieces by one statement; the ids come in the order of the texts. */
export async function keepItems(
  tx: Tx,
  { purpose, plains }: { purpose: VaultPurpose; plains: readonly string[] },
): Promise<string[]> {
  const items = plains.map((plain) => sealItem({ purpose, plain }));
  await insertItems(tx, items);
  return items.map(({ id }) => id);
}
