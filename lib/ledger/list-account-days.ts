import type { Day } from '@/lib/core/beijing';
import type { Money } from '@/lib/money/money';
import { type AccountRef, accountIdOf } from './chart';
import { selectDayLines, sumBefore } from './days-store';
import type { StatementLine } from './statement';

const MOST = 1_000;

/**
 * An account's movements in those accounting days, both included, oldest first, each with what it left;
 * `next` is what the page after starts `after`. Lines of today may still come in between.
 */
export async function listAccountDays({
  account,
  from,
  to,
  after,
  before,
  limit = 50,
}: {
  account: AccountRef;
  from: Day;
  to: Day;
  after?: string | undefined;
  /** What the account had before the first of them, for who has it already; else it is added up. */
  before?: Money | undefined;
  limit?: number;
}): Promise<{ lines: StatementLine[]; next: string | null }> {
  const size = Math.min(limit, MOST);
  const start = after && /^\d{1,18}$/.test(after) ? BigInt(after) : 0n;
  const days = { accountId: accountIdOf(account), from, to };
  const had = before?.amountMinor ?? (await sumBefore(days, start));
  const found = await selectDayLines(days, { after: start, before: had, limit: size + 1 });
  const lines = found.slice(0, size);
  return { lines, next: found.length > size ? (lines.at(-1)?.id ?? null) : null };
}
