import { db } from '@/lib/core/db';
import { PAYER } from './payer-store';
import { againOf } from './refund-claim-rules';
import type { ShopperCase } from './shopper-case';
import type { RefundCaseEvent } from './states';

type Row = Omit<ShopperCase, 'to' | 'again'> & {
  lastEvent: RefundCaseEvent | null;
  kind: 'card' | 'balance' | null;
  cardMasked: string | null;
  bankName: string | null;
};

/** The cases of an order, oldest first; what a step of before is worth, the state says. */
export async function selectShopperCases(orderId: string): Promise<ShopperCase[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT c.refund_id AS "refundId", c.state, c.cause, c.ended_as AS "endedAs",
           c.opened_at AS "openedAt", c.expires_at AS "claimBy", step.claimed AS "claimedAt",
           CASE WHEN c.state IN ('approved', 'sent', 'paid') THEN step.approved END AS "approvedAt",
           CASE WHEN c.state IN ('sent', 'paid') THEN step.sent END AS "sentAt",
           CASE WHEN c.state = 'paid' THEN coalesce(p.finished_at, c.ended_at) END AS "paidAt",
           step.last AS "lastEvent",
           y.kind, y.card_masked AS "cardMasked", y.bank_name AS "bankName",
           CASE WHEN c.state = 'paid' THEN p.channel_ref END AS "bankRef",
           u.phone_item_id IS NOT NULL OR g.elements_item_id IS NOT NULL
             OR o.payer_phone_item_id IS NOT NULL AS "canSendLink",
           link.at AS "linkSentAt"
      FROM refund_cases c
      JOIN orders o ON o.id = c.order_id
      JOIN attempts a ON a.id = c.attempt_id
      ${PAYER}
      LEFT JOIN payees y ON y.id = c.payee_id
      LEFT JOIN payouts p ON p.id = c.payout_id
      LEFT JOIN LATERAL (
             SELECT max(t.at) FILTER (WHERE t.event = 'claim') AS claimed,
                    max(t.at) FILTER (WHERE t.event = 'approve') AS approved,
                    max(t.at) FILTER (WHERE t.event = 'send') AS sent,
                    (array_agg(t.event ORDER BY t.id DESC))[1] AS last
               FROM transitions t
              WHERE t.subject_type = 'refund_case' AND t.subject_id = c.id AND t.event <> 'assign'
           ) step ON true
      LEFT JOIN LATERAL (
             SELECT max(l.created_at) AS at FROM refund_claims l
              WHERE l.case_id = c.id AND l.proof = 'phone_code' AND l.revoked_at IS NULL
           ) link ON true
     WHERE c.order_id = ${orderId}
     ORDER BY c.opened_at, c.id`;
  return rows.map(({ kind, cardMasked, bankName, claimedAt, lastEvent, ...rest }) => ({
    ...rest,
    again: againOf(rest.state, lastEvent),
    claimedAt: kind ? claimedAt : null,
    to: kind && { kind, cardMasked, bankName },
  }));
}
