import type { LedgerAccount } from './account';
import { type AccountFilter, selectAccounts } from './account-store';

const MOST = 200;

/** Accounts in the order of their ids; `next` is what the page after starts `after`. */
export async function listLedgerAccounts({
  limit = 50,
  ...filter
}: AccountFilter & { limit?: number }): Promise<{
  accounts: LedgerAccount[];
  next: string | null;
}> {
  const size = Math.min(limit, MOST);
  const found = await selectAccounts(filter, size + 1);
  const accounts = found.slice(0, size);
  return { accounts, next: found.length > size ? (accounts.at(-1)?.id ?? null) : null };
}
