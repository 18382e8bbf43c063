import type { CardType } from '@/lib/channels/port';
import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { Prisma } from '@/prisma/generated/client';
import type { RefundItem } from './rules';

export interface UnsettledPayment {
  attemptId: string;
  method: MethodCode;
  /** As the channel said it; null where there is none, or nobody said. */
  cardType: CardType | null;
  grossMinor: bigint;
}

/** The refund that was asked for, whatever stood in for it since. */
export type UnsettledRefund = RefundItem & { refundId: string };

interface Through {
  merchantId: string;
  throughDay: string;
}

/** The midnight in Beijing with which that day is over. */
const endOf = (day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`((${day} + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;

/**
 * Rows worth a look are stamped since the last day that was settled exhaustively, up to the day asked
 * for, give or take an hour: a row is stamped with its transaction's start and the entry a moment later.
 */
const worthALook = (at: Prisma.Sql, merchantId: Prisma.Sql, throughDay: string) => Prisma.sql`
  ${at} >= coalesce((SELECT ${endOf(Prisma.sql`max(s.through_day)`)} - interval '1 hour'
    FROM settlements s WHERE s.merchant_id = ${merchantId} AND s.exhaustive), '-infinity')
  AND ${at} < ${endOf(Prisma.sql`${throughDay}::date`)} + interval '1 hour'`;

/**
 * Payments that reached the merchant's pending money by that day (the entry of a late one that was
 * accepted is its second) and are in no settlement.
 */
const unsettled = (merchantId: Prisma.Sql, throughDay: string) => Prisma.sql`
  FROM attempts a
  JOIN orders o ON o.id = a.order_id AND o.paid_attempt_id = a.id AND o.state = 'paid'
  CROSS JOIN LATERAL (SELECT max(e.accounting_date) AS day FROM ledger_entries e
    WHERE e.entry_key IN ('payment:' || a.id, 'late-accepted:' || a.id)) booked
 WHERE a.merchant_id = ${merchantId} AND a.state = 'succeeded'
   AND ${worthALook(Prisma.sql`a.updated_at`, merchantId, throughDay)}
   AND booked.day <= ${throughDay}::date
   AND NOT EXISTS (SELECT FROM settlement_items i WHERE i.attempt_id = a.id)`;

export const selectUnsettled = (
  tx: Tx,
  { merchantId, throughDay, most }: Through & { most: number },
): Promise<UnsettledPayment[]> => tx.$queryRaw`
  SELECT a.id AS "attemptId", a.method::text AS method, a.card_type::text AS "cardType",
         a.amount_minor AS "grossMinor"
  ${unsettled(Prisma.sql`${merchantId}`, throughDay)} ORDER BY a.updated_at, a.id LIMIT ${most}`;

/**
 * Refunds on request whose money was set aside by that day and that are in no settlement. One that
 * failed before it was deducted (it or its stand-in gave the money back) never is.
 */
const toDeduct = (merchantId: Prisma.Sql, throughDay: string) => Prisma.sql`
  FROM refunds r
 WHERE r.merchant_id = ${merchantId} AND r.cause = 'requested' AND r.replaces_id IS NULL
   AND ${worthALook(Prisma.sql`r.requested_at`, merchantId, throughDay)}
   AND EXISTS (SELECT FROM ledger_entries e WHERE e.accounting_date <= ${throughDay}::date
     AND e.entry_key IN ('refund-reserved:' || r.id, 'balance-refund:' || r.id))
   AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key IN ('refund-failed:' || r.id,
     'refund-failed:' || (SELECT i.id FROM refunds i WHERE i.replaces_id = r.id)))
   AND NOT EXISTS (SELECT FROM settlement_refunds d WHERE d.refund_id = r.id AND d.kind = 'deducted')`;

/** Refunds that were deducted, failed after that, by that day, and have not come back. They are few. */
const toRestore = (merchantId: Prisma.Sql, throughDay: string) => Prisma.sql`
  FROM refunds f
  JOIN settlement_refunds d ON d.refund_id = coalesce(f.replaces_id, f.id) AND d.kind = 'deducted'
 WHERE f.merchant_id = ${merchantId} AND f.cause = 'requested' AND f.state = 'failed'
   AND EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-failed:' || f.id
     AND e.accounting_date <= ${throughDay}::date)
   AND NOT EXISTS (SELECT FROM settlement_refunds b WHERE b.refund_id = d.refund_id AND b.kind = 'restored')`;

export function selectUnsettledRefunds(
  tx: Tx,
  { merchantId, throughDay }: Through,
): Promise<UnsettledRefund[]> {
  const merchant = Prisma.sql`${merchantId}`;
  return tx.$queryRaw`
    SELECT r.id AS "refundId", 'deducted' AS kind, r.amount_minor AS "amountMinor"
      ${toDeduct(merchant, throughDay)}
    UNION ALL
    SELECT d.refund_id, 'restored', d.amount_minor ${toRestore(merchant, throughDay)}`;
}

/**
 * Merchants with something to be paid through the day that lies so many days behind, and that day;
 * refunds alone pay nobody. Each merchant is looked at by itself (the LIMIT keeps it so), through its
 * own end of the index.
 */
export async function selectDue(
  delayDays: number,
): Promise<{ throughDay: string; merchantIds: string[] }> {
  const days = await db().$queryRaw<{ day: string }[]>`
    SELECT ((clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date - ${delayDays}::int)::text AS day`;
  const throughDay = present(days[0], 'the day to settle').day;
  const merchant = Prisma.sql`m.id`;
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT m.id FROM merchants m CROSS JOIN LATERAL (
      (SELECT ${unsettled(merchant, throughDay)} LIMIT 1)
      UNION ALL (SELECT ${toRestore(merchant, throughDay)} LIMIT 1) LIMIT 1) due ORDER BY m.id`;
  return { throughDay, merchantIds: rows.map((row) => row.id) };
}
