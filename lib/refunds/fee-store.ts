import type { Tx } from '@/lib/core/db';
import type { feeToGiveBack } from './fee-rules';

type FeeFacts = Parameters<typeof feeToGiveBack>[0];

/** What was charged for a payment and what has gone back of both, in fen; none while it is not settled. */
export async function selectFeeFacts(tx: Tx, attemptId: string): Promise<FeeFacts | undefined> {
  const rows = await tx.$queryRaw<FeeFacts[]>`
    SELECT i.gross_minor AS "grossMinor", i.fee_minor AS "feeMinor", i.refunded_minor AS "uncountedMinor",
           coalesce(r.refunded, 0)::bigint AS "refundedMinor", coalesce(r.fee, 0)::bigint AS "returnedFeeMinor"
      FROM settlement_items i
      LEFT JOIN (SELECT attempt_id, sum(amount_minor) FILTER (WHERE state = 'succeeded') AS refunded,
                        sum(fee_returned_minor) AS fee
                   FROM refunds WHERE cause = 'requested' AND attempt_id = ${attemptId} GROUP BY attempt_id) r
             ON r.attempt_id = i.attempt_id
     WHERE i.attempt_id = ${attemptId}`;
  return rows[0];
}

/** Written on the refund, as its entries say. */
export async function setFeeReturned(tx: Tx, id: string, feeReturnedMinor: bigint): Promise<void> {
  await tx.refund.update({ where: { id }, data: { feeReturnedMinor }, select: { id: true } });
}

/** A part of our fee that went back with a refund, in fen; one that bounces and is paid again has several. */
export interface FeeEntry {
  entryKey: string;
  minor: bigint;
  isReversed: boolean;
}

/** Of a refund filed under what was asked for, oldest first. */
export async function selectFeeEntries(
  tx: Tx,
  { id, businessRef }: { id: string; businessRef: string },
): Promise<FeeEntry[]> {
  return tx.$queryRaw<FeeEntry[]>`
    SELECT e.entry_key AS "entryKey", l.amount_minor AS minor,
           EXISTS (SELECT FROM ledger_entries v WHERE v.reverses = e.id) AS "isReversed"
      FROM ledger_entries e JOIN ledger_lines l ON l.entry_id = e.id AND l.side = 'credit'
     WHERE e.business_ref = ${businessRef} AND e.event = 'refund_fee_returned'
       AND split_part(e.entry_key, ':', 2) = ${id}
     ORDER BY e.posted_at, e.id`;
}
