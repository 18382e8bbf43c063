import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { LedgerAccount } from './account';
import { type AccountFilter, selectAccounts } from './account-store';

const MOST = 200;

/** Accounts in the order of their ids; `next` is what the page after starts `after`. Refusal: not_permitted. */
export async function listLedgerAccounts({
  limit = 50,
  by,
  ...filter
}: AccountFilter & { limit?: number; by: StaffActor }): Promise<{
  accounts: LedgerAccount[];
  next: string | null;
}> {
  requireMay(by, 'ledger.read');
  const size = Math.min(limit, MOST);
  const found = await selectAccounts(filter, size + 1);
  const accounts = found.slice(0, size);
  return { accounts, next: found.length > size ? (accounts.at(-1)?.id ?? null) : null };
}
