import { db, type Tx } from '@/lib/core/db';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { isVirtualNumber } from './rules';
import { selectOwner } from './store';
import type { VirtualAccount } from './virtual-account';

/** Which account a number stands for; undefined for a number that we never gave out. */
export async function findVirtualAccount(
  number: string,
  tx: Tx = db(),
): Promise<VirtualAccount | undefined> {
  if (!isVirtualNumber(number)) return undefined;
  const ref = await selectOwner(number, tx);
  if (!ref) return undefined;
  // An account that never moved has no row in the ledger yet, and is as good as any.
  const account = await findLedgerAccount(ref, tx);
  return { number, ref, state: account?.state ?? 'active' };
}
