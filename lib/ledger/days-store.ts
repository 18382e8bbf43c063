import { db } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import { Prisma } from '@/prisma/generated/client';
import { type LineJson, sentencesOf } from './entry-detail';
import { linesJson } from './entry-store';
import type { StatementLine } from './statement';

/** An account's accounting days, both included: YYYY-MM-DD. */
export interface AccountDays {
  accountId: string;
  from: string;
  to: string;
}

const INWARD = Prisma.sql`l.side = a.normal_side`;
const DELTA = Prisma.sql`CASE WHEN ${INWARD} THEN l.amount_minor ELSE -l.amount_minor END`;

export interface KindRow {
  accountId: string;
  /** null: all that lies before the days. */
  event: string | null;
  count: number;
  inMinor: bigint;
  outMinor: bigint;
}

/** What moved on these accounts by event, and before it, in one look: no entry is seen by half. */
export const sumKinds = ({
  accountIds,
  from,
  to,
}: {
  accountIds: readonly string[];
  from: string;
  to: string;
}): Promise<KindRow[]> =>
  db().$queryRaw<KindRow[]>`
    SELECT a.id AS "accountId", e.event, count(*)::int AS count,
           coalesce(sum(l.amount_minor) FILTER (WHERE ${INWARD}), 0)::bigint AS "inMinor",
           coalesce(sum(l.amount_minor) FILTER (WHERE NOT (${INWARD})), 0)::bigint AS "outMinor"
      FROM ledger_lines l
      JOIN ledger_accounts a ON a.id = l.account_id
      LEFT JOIN ledger_entries e ON e.id = l.entry_id AND l.accounting_date >= ${from}::date
     WHERE l.account_id = ANY(${[...accountIds]}) AND l.accounting_date <= ${to}::date
     GROUP BY 1, 2 ORDER BY 1, min(l.id)`;

type Row = Omit<StatementLine, 'id' | 'amount' | 'balanceAfter' | 'sentence'> & {
  id: bigint;
  amountMinor: bigint;
  balanceMinor: bigint;
  lines: LineJson[];
};

/** What the account had before the first of its days' lines that comes `after` another one, in fen. */
export async function sumBefore(
  { accountId, from, to }: AccountDays,
  after: bigint,
): Promise<bigint> {
  const rows = await db().$queryRaw<{ sum: bigint }[]>`
    SELECT coalesce(sum(${DELTA}), 0)::bigint AS sum
      FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
     WHERE l.account_id = ${accountId}
       AND (l.accounting_date < ${from}::date OR (l.accounting_date <= ${to}::date AND l.id <= ${after}))`;
  return rows[0]?.sum ?? 0n;
}

/** Oldest first, each with what the account had after it, counted on from what it had `before` the first. */
export async function selectDayLines(
  { accountId, from, to }: AccountDays,
  { after, before, limit }: { after: bigint; before: bigint; limit: number },
): Promise<StatementLine[]> {
  const rows = await db().$queryRaw<Row[]>`
    WITH page AS (
      SELECT l.id, l.entry_id, l.amount_minor, l.accounting_date, ${INWARD} AS inward, ${DELTA} AS delta
        FROM ledger_lines l JOIN ledger_accounts a ON a.id = l.account_id
       WHERE l.account_id = ${accountId} AND l.id > ${after}
         AND l.accounting_date BETWEEN ${from}::date AND ${to}::date
       ORDER BY l.id LIMIT ${limit})
    SELECT p.id, p.entry_id AS "entryId", e.entry_key AS "entryKey", e.event, e.business_ref AS "businessRef",
           e.posted_at AS "postedAt", p.accounting_date::text AS "accountingDate",
           CASE WHEN p.inward THEN 'in' ELSE 'out' END AS direction, p.amount_minor AS "amountMinor",
           (${before}::bigint + sum(p.delta) OVER (ORDER BY p.id))::bigint AS "balanceMinor",
           ${linesJson(Prisma.sql`p.entry_id`)} AS lines
      FROM page p JOIN ledger_entries e ON e.id = p.entry_id ORDER BY p.id`;
  return rows.map(({ id, amountMinor, balanceMinor, lines, ...line }) => ({
    ...line,
    id: id.toString(),
    amount: cny(amountMinor),
    balanceAfter: cny(balanceMinor),
    sentence: sentencesOf(line.event, lines),
  }));
}
