import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import type { RefusalCode } from '@/lib/core/refusals';
import type { EntryJson } from './entry';

export type PostAnswer =
  | { result: 'posted' | 'repeated' }
  | { result: 'refused'; code: RefusalCode };

export async function insertEntry(tx: Tx, entry: EntryJson): Promise<PostAnswer> {
  const rows = await tx.$queryRaw<{ answer: PostAnswer }[]>`
    SELECT try_post_entry(${JSON.stringify(entry)}::jsonb) AS answer`;
  return present(rows[0], 'the answer of try_post_entry').answer;
}

export async function selectBalance(tx: Tx, accountId: string): Promise<bigint> {
  const rows = await tx.$queryRaw<{ balance: bigint }[]>`
    SELECT balance_minor AS balance FROM ledger_balances WHERE id = ${accountId}`;
  return rows[0]?.balance ?? 0n;
}

export const selectFindings = (): Promise<{ code: string; detail: string }[]> =>
  db().$queryRaw`SELECT code, detail FROM check_books() ORDER BY code, detail`;

export async function countBooks(): Promise<{ entries: number; accounts: number }> {
  const [entries, accounts] = await Promise.all([
    db().ledgerEntry.count(),
    db().ledgerAccount.count(),
  ]);
  return { entries, accounts };
}
