import { present } from '@/lib/core/assert';
import { db, pool, type Tx } from '@/lib/core/db';
import { gather } from '@/lib/core/gather';
import { repeatCall } from '@/lib/core/repeat-call';
import type { SqlAnswer } from '@/lib/core/sql-answer';
import type { EntryJson } from './entry';

export type PostAnswer = SqlAnswer<'posted' | 'repeated'>;

export async function insertEntry(tx: Tx, entry: EntryJson): Promise<PostAnswer> {
  const rows = await tx.$queryRaw<{ answer: PostAnswer }[]>`
    SELECT try_post_entry(${JSON.stringify(entry)}::jsonb) AS answer`;
  return present(rows[0], 'the answer of try_post_entry').answer;
}

/** Many entries by one call and in one commit, straight through node-postgres; safe to repeat. */
async function insertEntries(entries: readonly EntryJson[]): Promise<PostAnswer[]> {
  const { rows } = await pool().query<{ answers: PostAnswer[] }>({
    name: 'post_entries',
    text: 'SELECT post_entries($1::jsonb) AS answers',
    values: [JSON.stringify(entries)],
  });
  return present(rows[0], 'the answers of post_entries').answers;
}

/** An entry in a commit of its own, shared with whatever else is posted at the same moment. */
export const insertGathered = gather(
  (entries: EntryJson[]) => repeatCall(() => insertEntries(entries)),
  { mostPerCall: 512, mostWaiting: 4096 },
);

export async function selectBalance(tx: Tx, accountId: string): Promise<bigint> {
  const rows = await tx.$queryRaw<{ balance: bigint }[]>`
    SELECT balance_minor AS balance FROM ledger_balances WHERE id = ${accountId}`;
  return rows[0]?.balance ?? 0n;
}

export const selectFindings = (): Promise<{ code: string; detail: string }[]> =>
  db().$queryRaw`SELECT code, detail FROM check_books() ORDER BY code, detail`;

export const selectHistoryFindings = (
  patienceMinutes: number,
): Promise<{ code: string; detail: string }[]> =>
  db().$queryRaw`
    SELECT code, detail FROM check_histories()
    UNION ALL SELECT code, detail FROM check_left_lying(make_interval(mins => ${patienceMinutes}::int))
    ORDER BY code, detail`;

export async function countBooks(): Promise<{ entries: number; accounts: number }> {
  const [entries, accounts] = await Promise.all([
    db().ledgerEntry.count(),
    db().ledgerAccount.count(),
  ]);
  return { entries, accounts };
}
