import type { ContractChannel } from '@/lib/contracts/contract';
import { db } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import type { Difference, ImportedStatement } from './statement';

type StatementRow = Omit<ImportedStatement, 'day'> & { day: Date };

/** Imported files, the newest day first. */
export async function selectStatements(most: number): Promise<ImportedStatement[]> {
  const rows = await db().$queryRaw<StatementRow[]>`
    SELECT s.id, s.channel::text AS channel, s.merchant_no AS "merchantNo", s.day,
           s.file_name AS "fileName", s.lines, s.matched, s.imported_at AS "importedAt",
           (SELECT count(*)::int FROM statement_missing m WHERE m.statement_id = s.id) AS missing,
           (SELECT count(*)::int FROM statement_adjustments a WHERE a.statement_id = s.id) AS adjusted
      FROM channel_statements s ORDER BY s.day DESC, s.channel, s.merchant_no LIMIT ${most}`;
  return rows.map(({ day, ...row }) => ({ ...row, day: isoDay(day) }));
}

type DifferenceRow = Omit<Difference, 'day' | 'amount' | 'channel'> & {
  channel: string;
  day: Date;
  amountMinor: bigint;
};

/** What differs, the newest day first. */
export async function selectDifferences(most: number): Promise<Difference[]> {
  const rows = await db().$queryRaw<DifferenceRow[]>`
    SELECT s.channel::text AS channel, s.day, l.kind, l.finding::text AS finding,
           l.channel_order_no AS number, l.amount_minor AS "amountMinor", l.ours_id AS "oursId"
      FROM channel_statement_lines l JOIN channel_statements s ON s.id = l.statement_id
     WHERE l.finding IN ('not_ours', 'amount_differs', 'state_differs')
    UNION ALL
    SELECT s.channel::text, s.day, m.kind, 'missing', m.channel_order_no, m.amount_minor, m.ours_id
      FROM statement_missing m JOIN channel_statements s ON s.id = m.statement_id
    UNION ALL
    SELECT s.channel::text, s.day, 'adjustment', 'adjusted',
           concat_ws(' ', a.original_trace_no, a.code, a.reason), a.amount_minor, NULL
      FROM statement_adjustments a JOIN channel_statements s ON s.id = a.statement_id
     ORDER BY 2 DESC, 1, 5 LIMIT ${most}`;
  return rows.map(({ day, channel, amountMinor, ...row }) => ({
    ...row,
    // Written by this module only.
    channel: channel as ContractChannel,
    day: isoDay(day),
    amount: cny(amountMinor),
  }));
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);
