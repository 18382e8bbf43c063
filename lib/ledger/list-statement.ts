import { type AccountRef, accountIdOf, isExternal } from './chart';
import type { StatementLine } from './statement';
import { selectLinesBefore } from './statement-store';
import { sumInternalAccounts } from './sum-internal-accounts';

const MOST = 200;
const NEWEST = 2n ** 63n - 1n;

/**
 * An account's movements with the balance that each left, newest first; `next` is what the page after
 * starts `before`. Pages never shift or gain a line in the middle. The newest lines of an internal
 * account are missing while other posts are under way.
 */
export async function listStatement({
  account,
  before,
  limit = 50,
}: {
  account: AccountRef;
  before?: string;
  limit?: number;
}): Promise<{ lines: StatementLine[]; next: string | null }> {
  // Once to note the newest lines, once to take them in.
  if (!isExternal(account.subject)) {
    await sumInternalAccounts();
    await sumInternalAccounts();
  }
  const size = Math.min(limit, MOST);
  // Any other cursor is nobody's: it starts from the top.
  const from = before && /^\d{1,18}$/.test(before) ? BigInt(before) : NEWEST;
  const found = await selectLinesBefore(accountIdOf(account), from, size + 1);
  const lines = found.slice(0, size);
  return { lines, next: found.length > size ? (lines.at(-1)?.id ?? null) : null };
}
