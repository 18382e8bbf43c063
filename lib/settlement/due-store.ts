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
  /** All that the order cost; `balanceMinor` of it was paid from a balance beside the method. */
  grossMinor: bigint;
  balanceMinor: bigint;
  /** What has gone back of each by now. */
  refundedToBalanceMinor: bigint;
  refundedToChannelMinor: bigint;
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
 * accepted is its second) and are in no settlement. Those by phone bill are the carriers' statements'.
 */
const unsettled = (merchantId: Prisma.Sql, throughDay: string, more = Prisma.empty) => Prisma.sql`
  FROM attempts a
  JOIN orders o ON o.id = a.order_id AND o.paid_attempt_id = a.id AND o.state = 'paid'
  ${more}
  CROSS JOIN LATERAL (SELECT max(e.accounting_date) AS day FROM ledger_entries e
    WHERE e.entry_key IN ('payment:' || a.id, 'late-accepted:' || a.id)) booked
 WHERE a.merchant_id = ${merchantId} AND a.state = 'succeeded' AND a.method <> 'carrier'
   AND ${worthALook(Prisma.sql`a.updated_at`, merchantId, throughDay)}
   AND booked.day <= ${throughDay}::date
   AND NOT EXISTS (SELECT FROM settlement_items i WHERE i.attempt_id = a.id)`;

/** What has gone back of a payment, of what its balance and what its channel carried. */
const REFUNDED = Prisma.sql`
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(r.amount_minor) FILTER (WHERE r.route = 'balance'), 0)::bigint AS to_balance,
           coalesce(sum(r.amount_minor) FILTER (WHERE r.route <> 'balance'), 0)::bigint AS to_channel
      FROM refunds r WHERE r.attempt_id = a.id AND r.state = 'succeeded') back`;

export const selectUnsettled = (
  tx: Tx,
  { merchantId, throughDay, most }: Through & { most: number },
): Promise<UnsettledPayment[]> => tx.$queryRaw`
  SELECT a.id AS "attemptId", a.method::text AS method, a.card_type::text AS "cardType",
         a.amount_minor + a.balance_minor AS "grossMinor", a.balance_minor AS "balanceMinor",
         back.to_balance AS "refundedToBalanceMinor", back.to_channel AS "refundedToChannelMinor"
  ${unsettled(Prisma.sql`${merchantId}`, throughDay, REFUNDED)} ORDER BY a.updated_at, a.id LIMIT ${most}`;

/**
 * Refunds on request whose money was taken by that day, from what was pending, and that are in no
 * settlement. One that gave the money back before it was deducted (it or what stood in for it) never is.
 */
const toDeduct = (merchantId: Prisma.Sql, throughDay: string) => Prisma.sql`
  FROM refunds r
 WHERE r.merchant_id = ${merchantId} AND r.cause = 'requested' AND r.replaces_id IS NULL AND r.channel <> 'carrier'
   AND r.amount_minor > r.available_minor
   AND ${worthALook(Prisma.sql`r.taken_at`, merchantId, throughDay)}
   AND EXISTS (SELECT FROM ledger_entries e WHERE e.accounting_date <= ${throughDay}::date
     AND e.entry_key IN ('refund-reserved:' || r.id, 'balance-refund:' || r.id))
   AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-failed:' || refund_end(r.id))
   AND NOT EXISTS (SELECT FROM settlement_refunds d WHERE d.refund_id = r.id AND d.kind = 'deducted')`;

/** Refunds that were deducted, gave the money back after that, by that day, and are not restored. They are few. */
const toRestore = (merchantId: Prisma.Sql, throughDay: string) => Prisma.sql`
  FROM refunds f
  JOIN settlement_refunds d ON d.refund_id = refund_root(f.id) AND d.kind = 'deducted'
 WHERE f.merchant_id = ${merchantId} AND f.cause = 'requested' AND f.state IN ('failed', 'declined')
   AND EXISTS (SELECT FROM ledger_entries e WHERE e.entry_key = 'refund-failed:' || f.id
     AND e.accounting_date <= ${throughDay}::date)
   AND NOT EXISTS (SELECT FROM settlement_refunds b WHERE b.refund_id = d.refund_id AND b.kind = 'restored')`;

/** What every later day is through: all that there is. */
export const ALL_DAYS = 'infinity';

export function selectUnsettledRefunds(
  tx: Tx,
  { merchantId, throughDay }: Through,
): Promise<UnsettledRefund[]> {
  const merchant = Prisma.sql`${merchantId}`;
  return tx.$queryRaw`
    SELECT r.id AS "refundId", 'deducted' AS kind, r.amount_minor - r.available_minor AS "amountMinor"
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
