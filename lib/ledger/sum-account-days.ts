import type { Day } from '@/lib/core/beijing';
import { cny } from '@/lib/money/money';
import type { AccountSums } from './account-days';
import { type AccountRef, accountIdOf } from './chart';
import { type KindRow, sumKinds } from './days-store';

/**
 * What moved on these accounts in those accounting days, both included, by kind; opening and movements
 * make the closing balance. All of it is read at one moment.
 */
export async function sumAccountDays({
  accounts,
  from,
  to,
}: {
  accounts: readonly AccountRef[];
  from: Day;
  to: Day;
}): Promise<AccountSums[]> {
  const rows = await sumKinds({ accountIds: accounts.map(accountIdOf), from, to });
  return accounts.map((account) => {
    const own = rows.filter(({ accountId }) => accountId === accountIdOf(account));
    const before = own.filter(({ event }) => event === null);
    const moved = own.flatMap((row) => (row.event === null ? [] : [{ ...row, event: row.event }]));
    const opening = before.reduce((sum, row) => sum + row.inMinor - row.outMinor, 0n);
    const [inMinor, outMinor] = [sumOf(moved, 'inMinor'), sumOf(moved, 'outMinor')];
    return {
      account,
      opening: cny(opening),
      kinds: moved.map((row) => ({
        event: row.event,
        count: row.count,
        in: cny(row.inMinor),
        out: cny(row.outMinor),
      })),
      in: cny(inMinor),
      out: cny(outMinor),
      closing: cny(opening + inMinor - outMinor),
    };
  });
}

const sumOf = (rows: readonly KindRow[], side: 'inMinor' | 'outMinor'): bigint =>
  rows.reduce((sum, row) => sum + row[side], 0n);
