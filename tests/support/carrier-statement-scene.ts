import { createHash } from 'node:crypto';
import { pool } from '@/lib/core/db';
import type { Run, Totals } from './carrier-statement-file';

/** Our own connections. */
export const ours: Run = async (text, values) =>
  (await pool().query<Record<string, unknown>>(text, values)).rows;

/** The same by what each merchant was told, and by what was booked: the books' own numbers. */
export async function bookedTotals(
  statementId: string,
): Promise<{ told: Totals; booked: Totals; owed: bigint }> {
  const { rows: told } = await pool().query<Record<keyof Totals, string>>(
    `SELECT sum(payments + reductions + bad_debts + complaints) AS lines, sum(gross_minor) AS gross, sum(reduction_minor) AS reduction,
            sum(bad_debt_minor) AS "badDebt", sum(complaint_minor) AS complaint, sum(share_minor) AS share
       FROM carrier_merchant_statements WHERE statement_id = $1`,
    [statementId],
  );
  const { rows: booked } = await pool().query<{ event: string; amount: string }>(
    `SELECT e.event, sum(l.amount_minor) AS amount FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id
      WHERE e.business_ref = $1 AND l.account_id = 'channel_clearing:carrier:CNY' AND l.side = 'credit' GROUP BY e.event`,
    [statementId],
  );
  const { rows: charged } = await pool().query<{ lines: string; gross: string }>(
    `SELECT count(*) FILTER (WHERE l.finding = 'matched') AS lines,
            (SELECT sum(x.amount_minor) FROM carrier_statement_lines s
               JOIN ledger_entries e ON e.entry_key = 'payment:' || s.attempt_id
               JOIN ledger_lines x ON x.entry_id = e.id AND x.side = 'credit'
              WHERE s.statement_id = $1 AND s.kind = 'paid' AND s.finding = 'matched') AS gross
       FROM carrier_statement_lines l WHERE l.statement_id = $1`,
    [statementId],
  );
  const of = (event: string) => BigInt(booked.find((one) => one.event === event)?.amount ?? 0);
  const row = told[0];
  const inBooks: Totals = {
    lines: Number(charged[0]?.lines),
    gross: BigInt(charged[0]?.gross ?? 0),
    reduction: of('carrier_reduction'),
    badDebt: of('carrier_bad_debt'),
    complaint: of('carrier_complaint_refund'),
    share: of('carrier_share'),
  };
  return {
    told: {
      lines: Number(row?.lines),
      gross: BigInt(row?.gross ?? 0),
      reduction: BigInt(row?.reduction ?? 0),
      badDebt: BigInt(row?.badDebt ?? 0),
      complaint: BigInt(row?.complaint ?? 0),
      share: BigInt(row?.share ?? 0),
    },
    booked: inBooks,
    owed: inBooks.gross - inBooks.reduction - inBooks.badDebt - inBooks.complaint - inBooks.share,
  };
}

/** All that an import could have changed, as one text: entries, statements, lines and drafts. */
export async function stateOfStatements(): Promise<string> {
  const { rows } = await pool().query<{ state: string }>(
    `SELECT concat_ws('|', (SELECT concat(count(*), max(id)) FROM ledger_entries), (SELECT concat(count(*), max(id)) FROM ledger_lines),
            (SELECT concat(count(*), max(id)) FROM carrier_statements), (SELECT count(*) FROM carrier_statement_lines),
            (SELECT concat(count(*), sum(net_minor), sum(credited_minor)) FROM carrier_merchant_statements),
            (SELECT count(*) FROM carrier_statement_drafts), (SELECT count(*) FROM carrier_draft_lines),
            (SELECT count(*) FROM carrier_stops)) AS state`,
  );
  return createHash('sha256')
    .update(rows[0]?.state ?? '')
    .digest('hex');
}
