import type { CardType, PaymentChannel } from '@/lib/channels/port';
import { db } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import type { FoundOrder, FoundPayment } from './found-order';
import { standingOf } from './standing-rules';

interface Row {
  id: string;
  merchantId: string;
  merchantOrderNo: string;
  subject: string;
  amountMinor: bigint;
  state: FoundOrder['state'];
  createdAt: Date;
  paidAt: Date | null;
  method: FoundPayment['method'] | null;
  surface: FoundPayment['surface'];
  channel: PaymentChannel | null;
  cardType: CardType | null;
  attemptState: FoundPayment['state'] | null;
  refundedMinor: bigint;
  underWay: boolean;
  inCase: boolean;
}

/** These orders as lines of a list, in no particular order. */
export async function selectFoundOrders(ids: readonly string[]): Promise<Map<string, FoundOrder>> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT o.id, o.merchant_id AS "merchantId", o.merchant_order_no AS "merchantOrderNo", o.subject,
           o.amount_minor AS "amountMinor", o.state, o.created_at AS "createdAt", o.paid_at AS "paidAt",
           a.method, a.surface, a.channel, a.card_type AS "cardType", a.state AS "attemptState",
           r.refunded::bigint AS "refundedMinor", r.under_way AS "underWay",
           EXISTS (SELECT FROM refund_cases c
                    WHERE c.order_id = o.id AND c.state NOT IN ('paid', 'closed')) AS "inCase"
      FROM orders o
      LEFT JOIN LATERAL (
             SELECT method, surface, channel, card_type, state FROM attempts
              WHERE order_id = o.id
              ORDER BY id = o.paid_attempt_id DESC NULLS LAST, created_at DESC LIMIT 1) a ON true
     CROSS JOIN LATERAL (
             SELECT coalesce(sum(amount_minor) FILTER (WHERE state = 'succeeded'), 0) AS refunded,
                    coalesce(bool_or(state NOT IN ('succeeded', 'failed', 'declined', 'unclaimed')), false) AS under_way
               FROM refunds WHERE order_id = o.id AND cause = 'requested') r
     WHERE o.id = ANY(${[...ids]})`;
  return new Map(rows.map((row) => [row.id, toFound(row)]));
}

function toFound(row: Row): FoundOrder {
  const { amountMinor, method, surface, channel, cardType, attemptState, ...rest } = row;
  const { refundedMinor, underWay, inCase, ...order } = rest;
  const paidBy =
    method && channel && attemptState
      ? { method, surface, channel, cardType, state: attemptState }
      : null;
  return {
    ...order,
    amount: cny(amountMinor),
    payment: paidBy,
    refunded: cny(refundedMinor),
    refund: standingOf({ amountMinor, refundedMinor, underWay, inCase }),
  };
}

/** The latest orders of all, a page of them. */
export async function selectLatest(before: string | undefined, most: number): Promise<string[]> {
  const rows = await db().order.findMany({
    where: before ? { id: { lt: before } } : {},
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
