import { inTransaction } from '@/lib/core/unit-of-work';
import type { ExternalRef } from '@/lib/ledger/chart';
import { findVirtualNumber } from './find-virtual-number';
import { openVirtualAccount } from './open-virtual-account';

/** The number under which the account takes transfers: its own, or a new one in a commit of its own. */
export async function ensureVirtualNumber(account: ExternalRef): Promise<string> {
  const known = await findVirtualNumber(account);
  if (known) return known;
  return inTransaction(async (tx) => (await openVirtualAccount(tx, account)).number);
}
