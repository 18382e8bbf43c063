import { db, type Tx } from '@/lib/core/db';

/** Is there a refund of the payment of which nobody knows whether it went through? */
export async function isInDoubt(attemptId: string, tx: Tx = db()): Promise<boolean> {
  const where = { attemptId, state: 'unknown' as const };
  return (await tx.refund.findFirst({ where, select: { id: true } })) !== null;
}

/** Does the bank say of an earlier try that it had refused that it paid it after all? */
export async function isContradicted(caseId: string, tx: Tx = db()): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 AS one FROM payouts
     WHERE split_part(request_key, ':', 2) = ${caseId} AND payee_id IS NOT NULL
       AND contradicted_at IS NOT NULL LIMIT 1`;
  return rows.length > 0;
}

/** Did it come when nothing was owed any more? Then it never was the merchant's. */
export async function isLateMoney(refundId: string, tx: Tx = db()): Promise<boolean> {
  const where = { id: refundId, cause: 'late_payment' as const };
  return (await tx.refund.findFirst({ where, select: { id: true } })) !== null;
}

/** Is what the channel gave back after all booked as given twice already? */
export async function isBookedTwice(refundId: string, tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 AS one FROM refunds t
      JOIN refunds o ON o.attempt_id = t.attempt_id AND o.returned_at IS NOT NULL
      JOIN ledger_entries e ON e.entry_key = 'returned-twice:' || o.id
     WHERE t.id = ${refundId} AND refund_end(o.id) = t.id LIMIT 1`;
  return rows.length > 0;
}

/**
 * What goes the same way as this case, itself included, in fen: all refunds by transfer of its payment, and
 * all that was meant for the same card in the last days. What ended without anybody being paid is left aside.
 */
export async function sumSameWay(
  given: { caseId: string; attemptId: string; cardHash: string | null; days: number },
  tx: Tx = db(),
): Promise<bigint> {
  const { caseId, attemptId, cardHash, days } = given;
  const rows = await tx.$queryRaw<{ sum: bigint }[]>`
    SELECT coalesce(sum(amount_minor), 0)::bigint AS sum FROM (
      SELECT id, amount_minor FROM refund_cases WHERE id = ${caseId}
      UNION
      SELECT c.id, c.amount_minor FROM refund_cases c
       WHERE c.attempt_id = ${attemptId} AND c.state <> 'closed'
      UNION
      SELECT c.id, c.amount_minor FROM payees p JOIN refund_cases c ON c.payee_id = p.id
       WHERE p.card_hash = ${cardHash}::text AND p.created_at > clock_timestamp() - make_interval(days => ${days})
         AND c.state <> 'closed') same`;
  return rows[0]?.sum ?? 0n;
}
