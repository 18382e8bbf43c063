import { db, type Tx } from '@/lib/core/db';
import type { PayloadSubject } from './payload';

/** Does that message belong to the order, by one of its payments, refunds or payouts? */
export async function belongsTo(
  { orderId, kind, id }: PayloadSubject,
  tx: Tx = db(),
): Promise<boolean> {
  const found = await BELONGS[kind](tx, orderId, id);
  return found.length > 0;
}

const BELONGS: Record<
  PayloadSubject['kind'],
  (tx: Tx, orderId: string, id: string) => Promise<unknown[]>
> = {
  attempt: (tx, orderId, id) => tx.$queryRaw`
    SELECT 1 AS one FROM attempts WHERE id = ${id} AND order_id = ${orderId}`,
  refund: (tx, orderId, id) => tx.$queryRaw`
    SELECT 1 AS one FROM refunds WHERE id = ${id} AND order_id = ${orderId}`,
  payout: (tx, orderId, id) => tx.$queryRaw`
    SELECT 1 AS one FROM payouts p JOIN refund_cases c ON c.id = split_part(p.request_key, ':', 2)
     WHERE p.id = ${id} AND c.order_id = ${orderId}`,
  answer: (tx, orderId, id) => tx.$queryRaw`
    SELECT 1 AS one FROM channel_answers w
     WHERE w.id = ${id}
       AND (w.subject_id IN (SELECT a.id FROM attempts a WHERE a.order_id = ${orderId})
            OR w.subject_id IN (SELECT r.id FROM refunds r WHERE r.order_id = ${orderId})
            OR EXISTS (SELECT FROM payouts p JOIN refund_cases c ON c.id = split_part(p.request_key, ':', 2)
                        WHERE p.id = w.subject_id AND c.order_id = ${orderId}))`,
  notice: (tx, orderId, id) => tx.$queryRaw`
    SELECT 1 AS one FROM channel_notices n
     WHERE n.id = ${id}
       AND (EXISTS (SELECT FROM attempts a WHERE a.order_id = ${orderId}
                       AND a.channel = n.channel AND a.channel_order_no = n.channel_order_no)
            OR EXISTS (SELECT FROM refunds r WHERE r.order_id = ${orderId}
                          AND r.channel = n.channel AND r.channel_order_no = n.channel_order_no)
            OR EXISTS (SELECT FROM payouts p JOIN refund_cases c ON c.id = split_part(p.request_key, ':', 2)
                        WHERE p.channel = n.channel AND p.channel_order_no = n.channel_order_no
                          AND c.order_id = ${orderId}))`,
};

/** One answer, or what was last heard of a payment, a refund or a payout, as its adapter masked it. */
export async function selectAnswer(
  kind: 'answer' | 'attempt' | 'refund' | 'payout',
  id: string,
): Promise<Record<string, unknown>> {
  if (kind === 'answer') {
    const kept = await db().channelAnswer.findUnique({ where: { id }, select: { answer: true } });
    return Object(kept?.answer);
  }
  const of = { where: { id }, select: { evidence: true } };
  const row =
    kind === 'attempt'
      ? await db().attempt.findUnique(of)
      : kind === 'refund'
        ? await db().refund.findUnique(of)
        : await db().payout.findUnique(of);
  return Object(row?.evidence);
}
