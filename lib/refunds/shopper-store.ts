import { db, type Tx } from '@/lib/core/db';
import { Prisma } from '@/prisma/generated/client';
import type { RefundRequest } from './refund-request';

export async function insertRefundRequest(
  tx: Tx,
  request: Pick<RefundRequest, 'refundId' | 'reason' | 'words' | 'proof'>,
): Promise<void> {
  await tx.refundRequest.create({ data: request, select: { refundId: true } });
}

/** Is something of this order still to be decided that its shopper asked for? */
export async function hasOpenRequest(orderId: string, tx: Tx = db()): Promise<boolean> {
  const where = { orderId, state: 'requested', replacesId: null } as const;
  return (await tx.refund.count({ where })) > 0;
}

/** A refund in two parts is one request: its first part has the shopper's words. */
const REQUESTS = Prisma.sql`
  SELECT r.id AS "refundId", r.order_id AS "orderId", r.state::text, q.reason::text, q.words,
         q.proof::text, r.requested_at AS "askedAt", r.decline_reason AS "declineReason",
         (SELECT sum(p.amount_minor) FROM refunds p WHERE p.id = r.id OR p.part_of_id = r.id)::bigint
           AS "amountMinor"
    FROM refunds r JOIN refund_requests q ON q.refund_id = r.id`;

type Row = Omit<RefundRequest, 'amount'> & { amountMinor: bigint };

const toRequest = ({ amountMinor, ...rest }: Row): RefundRequest => ({
  ...rest,
  amount: { amountMinor, currency: 'CNY' },
});

/** What the shopper of an order asked for, oldest first. */
export async function selectRequestsOfOrder(orderId: string): Promise<RefundRequest[]> {
  const rows = await db().$queryRaw<Row[]>`
    ${REQUESTS} WHERE r.order_id = ${orderId} ORDER BY r.requested_at, r.id`;
  return rows.map(toRequest);
}

/** What waits for this merchant's decision, oldest first, with the order's number. */
export async function selectOpenRequests(
  merchantId: string,
  most: number,
): Promise<(RefundRequest & { merchantOrderNo: string })[]> {
  const rows = await db().$queryRaw<(Row & { merchantOrderNo: string })[]>`
    SELECT w.*, o.merchant_order_no AS "merchantOrderNo"
      FROM (${REQUESTS} WHERE r.merchant_id = ${merchantId} AND r.state = 'requested'
             ORDER BY r.requested_at, r.id LIMIT ${most}) w
      JOIN orders o ON o.id = w."orderId"
     ORDER BY w."askedAt", w."refundId"`;
  return rows.map(({ merchantOrderNo, ...row }) => ({ ...toRequest(row), merchantOrderNo }));
}

export const countOpenRequests = (merchantId: string): Promise<number> =>
  db().refund.count({ where: { merchantId, state: 'requested', partOfId: null } });

/** The order that a merchant's refund belongs to. */
export async function selectOrderOfRefund({
  merchantId,
  refundId,
}: {
  merchantId: string;
  refundId: string;
}): Promise<string | undefined> {
  const row = await db().refund.findFirst({
    where: { id: refundId, merchantId },
    select: { orderId: true },
  });
  return row?.orderId;
}
