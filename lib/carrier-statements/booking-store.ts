import type { Tx } from '@/lib/core/db';
import type { AlikeLines, MerchantPart } from './rules';

/** Statements are booked one at a time, so that each sees all that earlier ones say. */
export async function lockStatements(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT FROM pg_advisory_xact_lock(hashtextextended('carrier-statements', 0))`;
}

export const insertStatement = (
  tx: Tx,
  {
    dueOn,
    ...statement
  }: {
    id: string;
    lineId: string;
    month: string;
    fileHash: string;
    lines: number;
    importedBy: string;
    dueOn: string;
  },
): Promise<unknown> =>
  tx.carrierStatement.create({
    data: { ...statement, dueOn: new Date(dueOn) },
    select: { id: true },
  });

interface Compared {
  statementId: string;
  draftId: string;
  lineId: string;
}

/**
 * Lines of payments, each beside our own of that number on this line; answers how many there were. One
 * that an earlier statement was booked for is repeated; one that was found to differ may come again.
 */
export const insertPaidLines = (
  tx: Tx,
  { statementId, draftId, lineId }: Compared,
): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO carrier_statement_lines (statement_id, line_no, kind, channel_order_no, payment_id, amount_minor,
                                         share_minor, occurred_at, finding, attempt_id, merchant_id)
    SELECT ${statementId}, d.line_no, d.kind, d.channel_order_no, d.payment_id, d.amount_minor, d.share_minor,
           d.occurred_at,
           CASE WHEN a.id IS NULL THEN 'not_ours'
                WHEN d.nth > 1 OR EXISTS (SELECT FROM carrier_statement_lines e WHERE e.attempt_id = a.id
                     AND e.kind = 'paid' AND e.finding = 'matched') THEN 'repeated'
                WHEN a.state <> 'succeeded' OR o.paid_attempt_id IS DISTINCT FROM a.id THEN 'state_differs'
                WHEN a.amount_minor <> d.amount_minor THEN 'amount_differs'
                -- The line's part of it, half a fen upwards; a fen is how carriers round.
                WHEN abs(d.share_minor - (a.amount_minor * n.share_millionths + 500000) / 1000000) > 1 THEN 'share_differs'
                ELSE 'matched' END::carrier_statement_finding,
           a.id, a.merchant_id
      FROM (SELECT *, row_number() OVER (PARTITION BY channel_order_no ORDER BY line_no) AS nth
              FROM carrier_draft_lines WHERE draft_id = ${draftId} AND kind = 'paid') d
      LEFT JOIN (attempts a JOIN phone_payments p ON p.attempt_id = a.id AND p.line_id = ${lineId}
                 JOIN carrier_lines n ON n.id = p.line_id JOIN orders o ON o.id = a.order_id)
             ON a.channel = 'carrier' AND a.channel_order_no = d.channel_order_no`;

/**
 * Lines that take from a payment, after those of payments. They need one that this or an earlier
 * statement was booked for, may not take more than is left of it, and give back no more of the carrier's
 * share than it kept. One of the same kind and time is the same one again.
 */
export const insertDeductions = (
  tx: Tx,
  { statementId, draftId, lineId }: Compared,
): Promise<number> =>
  tx.$executeRaw`
    WITH said AS (
      SELECT d.*, a.id AS attempt_id, a.merchant_id, a.amount_minor AS charged_minor,
             row_number() OVER (PARTITION BY d.channel_order_no, d.kind, d.occurred_at ORDER BY d.line_no) > 1
             OR EXISTS (SELECT FROM carrier_statement_lines e WHERE e.attempt_id = a.id AND e.kind = d.kind
                  AND e.kind <> 'paid' AND e.occurred_at = d.occurred_at AND e.finding = 'matched') AS repeated
        FROM carrier_draft_lines d
        LEFT JOIN (attempts a JOIN phone_payments p ON p.attempt_id = a.id AND p.line_id = ${lineId})
               ON a.channel = 'carrier' AND a.channel_order_no = d.channel_order_no
       WHERE d.draft_id = ${draftId} AND d.kind <> 'paid'),
    summed AS (
      SELECT *, sum(amount_minor) FILTER (WHERE NOT repeated) OVER so_far AS taken_minor,
             sum(share_minor) FILTER (WHERE NOT repeated) OVER so_far AS returned_minor
        FROM said WINDOW so_far AS (PARTITION BY channel_order_no ORDER BY line_no))
    INSERT INTO carrier_statement_lines (statement_id, line_no, kind, channel_order_no, payment_id, amount_minor,
                                         share_minor, occurred_at, finding, attempt_id, merchant_id)
    SELECT ${statementId}, d.line_no, d.kind, d.channel_order_no, d.payment_id, d.amount_minor, d.share_minor,
           d.occurred_at,
           CASE WHEN d.attempt_id IS NULL THEN 'not_ours'
                WHEN d.repeated THEN 'repeated'
                WHEN k.share_minor IS NULL THEN 'state_differs'
                WHEN d.taken_minor > d.charged_minor - t.amount_minor
                     - (SELECT coalesce(sum(r.amount_minor), 0) FROM refunds r
                         WHERE r.attempt_id = d.attempt_id AND r.state NOT IN ('failed', 'declined')) THEN 'amount_differs'
                WHEN d.returned_minor > k.share_minor - t.share_minor THEN 'share_differs'
                ELSE 'matched' END::carrier_statement_finding,
           d.attempt_id, d.merchant_id
      FROM summed d
      LEFT JOIN LATERAL (
       SELECT e.share_minor FROM carrier_statement_lines e
        WHERE e.attempt_id = d.attempt_id AND e.kind = 'paid' AND e.finding = 'matched' LIMIT 1) k ON TRUE
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(e.amount_minor), 0) AS amount_minor, coalesce(sum(e.share_minor), 0) AS share_minor
         FROM carrier_statement_lines e
        WHERE e.attempt_id = d.attempt_id AND e.kind <> 'paid' AND e.finding = 'matched') t`;

/** What matched, by merchant; as many rows as there are prices, not as there are lines. */
export const selectAlike = (
  tx: Tx,
  statementId: string,
): Promise<(AlikeLines & { merchantId: string })[]> => tx.$queryRaw`
  SELECT merchant_id AS "merchantId", kind::text AS kind, amount_minor AS "amountMinor", count(*)::int AS count,
         sum(share_minor)::bigint AS "shareMinor"
    FROM carrier_statement_lines WHERE statement_id = ${statementId} AND finding = 'matched'
   GROUP BY merchant_id, kind, amount_minor`;

/** Complaints that it tells of, by merchant: also about payments that were refunded already, or are not booked. */
export const selectComplained = (
  tx: Tx,
  statementId: string,
): Promise<{ merchantId: string; complained: number }[]> => tx.$queryRaw`
  SELECT merchant_id AS "merchantId", count(*)::int AS complained FROM carrier_statement_lines
   WHERE statement_id = ${statementId} AND kind = 'complaint_refund' AND finding NOT IN ('not_ours', 'repeated')
   GROUP BY merchant_id`;

/** Is there a payment of ours that only its share keeps from being booked? */
export async function selectShareDiffers(tx: Tx, statementId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 AS one FROM carrier_statement_lines WHERE statement_id = ${statementId} AND finding = 'share_differs' LIMIT 1`;
  return rows.length > 0;
}

/**
 * What our own refunds of payments that statements of the line list took from the pending money, as far as
 * no statement of it has taken that in: one that gave it back since then comes back, below zero. The refund
 * that was asked for counts, whatever stood in for it.
 */
export const selectRefunded = (
  tx: Tx,
  lineId: string,
): Promise<{ merchantId: string; refundedMinor: bigint }[]> => tx.$queryRaw`
  SELECT merchant_id AS "merchantId", sum(amount)::bigint AS "refundedMinor" FROM (
    SELECT r.merchant_id, r.amount_minor - r.available_minor AS amount FROM refunds r
      JOIN carrier_statement_lines l ON l.attempt_id = r.attempt_id AND l.kind = 'paid' AND l.finding = 'matched'
      JOIN carrier_statements s ON s.id = l.statement_id AND s.line_id = ${lineId}
     WHERE r.channel = 'carrier' AND r.cause = 'requested' AND r.replaces_id IS NULL
       AND r.taken_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-failed:' || refund_end(r.id))
    UNION ALL
    SELECT m.merchant_id, -m.refunded_minor FROM carrier_merchant_statements m
      JOIN carrier_statements s ON s.id = m.statement_id WHERE s.line_id = ${lineId}) t
   GROUP BY merchant_id HAVING sum(amount) <> 0`;

/** What earlier statements, of whatever line, left to be credited, or could not cover. */
export const selectCarried = (
  tx: Tx,
): Promise<{ merchantId: string; carriedMinor: bigint }[]> => tx.$queryRaw`
  SELECT merchant_id AS "merchantId", sum(net_minor - credited_minor)::bigint AS "carriedMinor"
    FROM carrier_merchant_statements GROUP BY merchant_id HAVING sum(net_minor - credited_minor) <> 0`;

export const insertMerchantStatement = (
  tx: Tx,
  row: { statementId: string; merchantId: string } & MerchantPart,
): Promise<unknown> =>
  tx.carrierMerchantStatement.create({ data: row, select: { statementId: true } });

/** Payments that the carrier lists and that we have not heard the end of. */
export const selectUndecided = (
  tx: Tx,
  statementId: string,
  most: number,
): Promise<{ attemptId: string }[]> => tx.$queryRaw`
  SELECT a.id AS "attemptId" FROM carrier_statement_lines l JOIN attempts a ON a.id = l.attempt_id
   WHERE l.statement_id = ${statementId} AND l.finding = 'state_differs' AND l.kind = 'paid'
     AND a.state IN ('sent', 'waiting', 'unknown', 'superseded', 'failed') ORDER BY l.line_no LIMIT ${most}`;
