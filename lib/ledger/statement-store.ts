import { db } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import { Prisma } from '@/prisma/generated/client';
import { type LineJson, sentencesOf } from './entry-detail';
import { linesJson } from './entry-store';
import type { StatementLine } from './statement';

type Row = Omit<StatementLine, 'id' | 'amount' | 'balanceAfter' | 'sentence'> & {
  id: bigint;
  amountMinor: bigint;
  balanceMinor: bigint;
  lines: LineJson[];
};

const lineOf = ({ id, amountMinor, balanceMinor, lines, ...line }: Row): StatementLine => ({
  ...line,
  id: id.toString(),
  amount: cny(amountMinor),
  balanceAfter: cny(balanceMinor),
  sentence: sentencesOf(line.event, lines),
});

// Lines that are there for good. The lines of an external account commit in the order of their ids,
// since the account is locked; those of an internal one are in order as far as they are summed.
const SETTLED = Prisma.sql`
  SELECT l.*, a.kind, a.balance_minor AS summed, s.through_line_id, l.side = a.normal_side AS inward,
         CASE WHEN l.side = a.normal_side THEN l.amount_minor ELSE -l.amount_minor END AS delta
    FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id CROSS JOIN ledger_sums s
   WHERE (a.kind = 'external' OR l.id <= s.through_line_id)`;

const columns = (balance: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT p.id, p.entry_id AS "entryId", e.entry_key AS "entryKey", e.event, e.business_ref AS "businessRef",
         e.posted_at AS "postedAt", p.accounting_date::text AS "accountingDate",
         CASE WHEN p.inward THEN 'in' ELSE 'out' END AS direction, p.amount_minor AS "amountMinor",
         coalesce(p.balance_after_minor, ${balance})::bigint AS "balanceMinor", ${linesJson(Prisma.sql`p.entry_id`)} AS lines
    FROM page p JOIN ledger_entries e ON e.id = p.entry_id`;

/** Newest first. An internal account's balance is counted down from its sum, over the lines skipped too. */
export async function selectLinesBefore(
  accountId: string,
  before: bigint,
  most: number,
): Promise<StatementLine[]> {
  const balance = Prisma.sql`p.summed
    - coalesce((SELECT sum(n.delta) FROM (${SETTLED} AND l.account_id = ${accountId} AND l.id >= ${before}) n), 0)
    - coalesce(sum(p.delta) OVER (ORDER BY p.id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)`;
  const rows = await db().$queryRaw<Row[]>`
    WITH page AS (${SETTLED} AND l.account_id = ${accountId} AND l.id < ${before} ORDER BY l.id DESC LIMIT ${most})
    ${columns(balance)} ORDER BY p.id DESC`;
  return rows.map(lineOf);
}

/** Oldest first, from a line on whose balance is known. */
export async function selectLinesAfter(
  accountId: string,
  known: { id: bigint; balanceMinor: bigint },
  most: number,
): Promise<StatementLine[]> {
  const balance = Prisma.sql`${known.balanceMinor} + sum(p.delta) OVER (ORDER BY p.id)`;
  const rows = await db().$queryRaw<Row[]>`
    WITH page AS (${SETTLED} AND l.account_id = ${accountId} AND l.id > ${known.id} ORDER BY l.id LIMIT ${most})
    ${columns(balance)} ORDER BY p.id`;
  return rows.map(lineOf);
}
