import { db } from '@/lib/core/db';
import type { MovedType } from './timeline';

/** Far more than an order has; a robot's order must not fill the page. */
const MOST = 1_000;

export interface MovedRow {
  id: bigint;
  type: MovedType;
  subjectId: string;
  event: string;
  to: string;
  actor: string;
  cause: string | null;
  at: Date;
}

/** All of an order that moves: itself, its payments, refunds, cases and payouts (each by its index on the order). */
export interface OrderParts {
  subjects: { type: MovedType; id: string }[];
  /** Numbers at the channels, of payments, refunds and payouts. */
  numbers: { channel: string; no: string; about: string }[];
  /** What entries of the ledger are filed under. */
  references: string[];
  /** Our events' subjects. */
  told: string[];
}

export async function selectParts(orderId: string): Promise<OrderParts> {
  const rows = await db().$queryRaw<
    { type: MovedType; id: string; channel: string | null; no: string | null }[]
  >`
    SELECT 'attempt' AS type, id, channel::text, channel_order_no AS no FROM attempts WHERE order_id = ${orderId}
    UNION ALL SELECT 'refund', id, channel::text, channel_order_no FROM refunds WHERE order_id = ${orderId}
    UNION ALL SELECT 'refund_case', id, NULL, NULL FROM refund_cases WHERE order_id = ${orderId}
    UNION ALL SELECT 'payout', p.id, p.channel::text, p.channel_order_no
      FROM refund_cases c CROSS JOIN generate_series(1, c.payout_tries) AS made
      JOIN payouts p ON p.owner_id = c.channel::text AND p.request_key = 'case:' || c.id || ':' || made
     WHERE c.order_id = ${orderId}`;
  const ids = (type: MovedType) => rows.filter((row) => row.type === type).map(({ id }) => id);
  return {
    subjects: [{ type: 'order', id: orderId }, ...rows.map(({ type, id }) => ({ type, id }))],
    numbers: rows.flatMap(({ channel, no, id }) =>
      channel && no ? [{ channel, no, about: id }] : [],
    ),
    references: [orderId, ...ids('refund'), ...ids('refund_case'), ...ids('payout')],
    told: [orderId, ...ids('refund')],
  };
}

export const selectMoves = (subjects: OrderParts['subjects']): Promise<MovedRow[]> =>
  db().$queryRaw<MovedRow[]>`
    SELECT t.id, t.subject_type AS type, t.subject_id AS "subjectId", t.event, t.to_state AS "to",
           t.actor, t.cause, t.at
      FROM unnest(${subjects.map(({ type }) => type)}::text[], ${subjects.map(({ id }) => id)}::text[])
             AS s (type, id)
      JOIN transitions t ON t.subject_type = s.type AND t.subject_id = s.id
     ORDER BY t.id DESC LIMIT ${MOST}`;

export interface NoticeRow {
  id: string;
  channel: string;
  about: string;
  result: string | null;
  at: Date;
}

export const selectNotices = (numbers: OrderParts['numbers']): Promise<NoticeRow[]> =>
  db().$queryRaw<NoticeRow[]>`
    SELECT n.id, n.channel::text, x.about, r.result, n.received_at AS at
      FROM unnest(${numbers.map(({ channel }) => channel)}::text[], ${numbers.map(({ no }) => no)}::text[],
                  ${numbers.map(({ about }) => about)}::text[]) AS x (channel, no, about)
      JOIN channel_notices n ON n.channel = x.channel::channel AND n.channel_order_no = x.no
      LEFT JOIN channel_notice_results r ON r.notice_id = n.id
     ORDER BY n.received_at DESC LIMIT ${MOST}`;

export interface ToldRow {
  id: bigint;
  topic: string;
  url: string;
  tries: number;
  status: number | null;
  problem: string | null;
  at: Date;
}

/** What merchants are told about an order, and about each of its refunds. */
export const TOPICS = [
  'order.paid',
  'order.expired',
  'order.closed',
  'refund.requested',
  'refund.declined',
  'refund.succeeded',
  'refund.failed',
];

/** Each try of each notice to the merchant, by the unique index on topic and subject. */
export const selectTold = (subjectIds: readonly string[]): Promise<ToldRow[]> =>
  db().$queryRaw<ToldRow[]>`
    SELECT t.id, e.topic, w.url, t.status, t.problem, t.at,
           row_number() OVER (PARTITION BY d.id ORDER BY t.id)::int AS tries
      FROM outbox_events e
      JOIN deliveries d ON d.event_id = e.id
      JOIN webhook_endpoints w ON w.id = d.endpoint_id
      JOIN delivery_tries t ON t.delivery_id = d.id
     WHERE e.topic = ANY(${TOPICS}) AND e.subject_id = ANY(${[...subjectIds]})
     ORDER BY t.id DESC LIMIT ${MOST}`;

/** When browsers first opened this order's page. */
export const selectOpenings = (orderId: string): Promise<{ at: Date }[]> =>
  db().$queryRaw<{ at: Date }[]>`
    SELECT opened_at AS at FROM order_openings WHERE order_id = ${orderId} ORDER BY opened_at`;

export interface AnswerRow {
  id: string;
  type: 'attempt' | 'refund' | 'payout';
  subjectId: string;
  at: Date;
}

/** What channels have answered about these. */
export const selectAnswers = (subjects: OrderParts['subjects']): Promise<AnswerRow[]> =>
  db().$queryRaw<AnswerRow[]>`
    SELECT w.id, w.subject_type AS type, w.subject_id AS "subjectId", w.at
      FROM unnest(${subjects.map(({ type }) => type)}::text[], ${subjects.map(({ id }) => id)}::text[])
             AS s (type, id)
      JOIN channel_answers w ON w.subject_type = s.type AND w.subject_id = s.id
     ORDER BY w.id DESC LIMIT ${MOST}`;

/** When phones have scanned the code of this order's page; each phone's last time. */
export const selectScans = (orderId: string): Promise<{ at: Date }[]> =>
  db().$queryRaw<{ at: Date }[]>`
    SELECT scanned_at AS at FROM order_scans WHERE order_id = ${orderId} ORDER BY scanned_at`;

/** What was held on a balance for a payment's part, and what became of it. */
export const selectHolds = (
  orderId: string,
): Promise<
  { id: string; amountMinor: bigint; state: string; createdAt: Date; endedAt: Date | null }[]
> =>
  db().$queryRaw`
    SELECT h.id, h.amount_minor AS "amountMinor", h.state::text, h.created_at AS "createdAt",
           h.ended_at AS "endedAt"
      FROM attempts a JOIN ledger_holds h ON h.id = a.balance_hold_id
     WHERE a.order_id = ${orderId}`;
