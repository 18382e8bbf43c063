import { db } from '@/lib/core/db';
import type { LateAttempt, RefundRow } from './rules';

/** All refunds of an order, oldest first, with the method of the payment that each gives back. */
export const selectRefundRows = (orderId: string): Promise<RefundRow[]> =>
  db().$queryRaw<RefundRow[]>`
    SELECT r.id, r.attempt_id AS "attemptId", r.cause, r.route, a.method,
           r.amount_minor AS "amountMinor", r.state, r.merchant_refund_no AS "merchantRefundNo",
           r.part_of_id AS "partOfId", r.replaces_id AS "replacesId",
           r.requested_at AS "requestedAt",
           r.decline_reason AS "declineReason",
           CASE WHEN r.state IN ('succeeded', 'failed', 'declined')
                THEN coalesce(ended.at, r.requested_at) END AS "endedAt"
      FROM refunds r
      JOIN attempts a ON a.id = r.attempt_id
      LEFT JOIN LATERAL (
             SELECT max(t.at) AS at FROM transitions t
              WHERE t.subject_type = 'refund' AND t.subject_id = r.id
           ) ended ON true
     WHERE r.order_id = ${orderId}
     ORDER BY r.created_at, r.id`;

/** Attempts that brought money when nothing was owed any more, oldest first. */
export const selectLateAttempts = (orderId: string): Promise<LateAttempt[]> =>
  db().$queryRaw<LateAttempt[]>`
    SELECT id, method, amount_minor AS "amountMinor", state FROM attempts
     WHERE order_id = ${orderId} AND state IN ('late_succeeded', 'returned')
     ORDER BY created_at, id`;

export interface PayersPhones {
  orderId: string;
  /** As they are masked: the signed-in payer's, the bank's, the charged one. */
  phonesMasked: (string | null)[];
  /** The phone that the order came with, in the vault. */
  payerPhoneItemId: string | null;
}

/**
 * The orders of that number, ours or any merchant's own, that money came for, ours first, then the
 * newest, with the phones that are known of who paid.
 */
export const selectPayersPhones = (orderNo: string, most: number): Promise<PayersPhones[]> =>
  db().$queryRaw<PayersPhones[]>`
    SELECT o.id AS "orderId", o.payer_phone_item_id AS "payerPhoneItemId",
           array_agg(u.phone_masked) || array_agg(g.phone_masked) || array_agg(p.phone_masked)
             AS "phonesMasked"
      FROM (SELECT id, payer_phone_item_id FROM orders WHERE id = ${orderNo}
             UNION
            SELECT o.id, o.payer_phone_item_id
              FROM merchants m
              JOIN orders o ON o.merchant_id = m.id AND o.merchant_order_no = ${orderNo}) o
      JOIN attempts a ON a.order_id = o.id
                     AND a.state IN ('succeeded', 'late_succeeded', 'returned')
      LEFT JOIN customers c ON c.id = a.customer_id
      LEFT JOIN users u ON u.id = c.user_id
      LEFT JOIN agreements g ON g.id = a.agreement_id
      LEFT JOIN phone_payments p ON p.attempt_id = a.id
     GROUP BY o.id, o.payer_phone_item_id
     ORDER BY o.id = ${orderNo} DESC, o.id DESC
     LIMIT ${most}`;
