import { db } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import { Prisma } from '@/prisma/generated/client';
import type { MerchantRefund } from './merchant-refund';
import type { RefundState } from './states';

type Row = Omit<MerchantRefund, 'amount'> & { amountMinor: bigint };

/** Newest first; the state is that of the last refund that stands in for it. */
export async function selectMerchantRefunds(
  {
    merchantId,
    states,
    before,
  }: { merchantId: string; states?: readonly RefundState[]; before?: string },
  limit: number,
): Promise<MerchantRefund[]> {
  const older = before ? Prisma.sql`AND r.id < ${before}` : Prisma.empty;
  const inState = states
    ? Prisma.sql`AND e.state = ANY(${[...states]}::refund_state[])`
    : Prisma.empty;
  const rows = await db().$queryRaw<Row[]>`
    SELECT r.id, r.order_id AS "orderId", r.cause::text, r.merchant_refund_no AS "merchantRefundNo", r.reason,
           r.asked_by::text AS "askedBy", e.state::text AS state, e.failure_reason AS "failureReason",
           r.requested_at AS "requestedAt", o.merchant_order_no AS "merchantOrderNo",
           r.amount_minor + coalesce((SELECT sum(p.amount_minor) FROM refunds p
             WHERE p.part_of_id = r.id AND p.replaces_id IS NULL), 0)::bigint AS "amountMinor"
      FROM refunds r
      JOIN orders o ON o.id = r.order_id
      JOIN refunds e ON e.id = refund_end(r.id)
     WHERE r.merchant_id = ${merchantId} AND r.replaces_id IS NULL AND r.part_of_id IS NULL ${older} ${inState}
     ORDER BY r.id DESC LIMIT ${limit}`;
  return rows.map(({ amountMinor, ...row }) => ({ ...row, amount: cny(amountMinor) }));
}
