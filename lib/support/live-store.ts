import { RATED_MINUTES } from '@/lib/channel-health/rules';
import { db, type Tx } from '@/lib/core/db';
import { THERE_FOR_SECONDS } from './live-rules';
import { TOPICS } from './timeline-store';

/** Another text whenever something about an order has changed that its page in the office shows. */
export async function selectOrderMark(orderId: string): Promise<string | undefined> {
  const rows = await db().$queryRaw<{ mark: string }[]>`
    SELECT md5(jsonb_build_array(m.mark,
        (SELECT jsonb_agg(jsonb_build_array(r.id, r.state, r.asks) ORDER BY r.id)
           FROM refunds r WHERE r.order_id = m.order_id),
        (SELECT jsonb_agg(jsonb_build_array(a.id, a.state, a.asks) ORDER BY a.id)
           FROM attempts a WHERE a.order_id = m.order_id),
        (SELECT jsonb_agg(jsonb_build_array(c.id, c.state, c.assigned_to, c.updated_at) ORDER BY c.id)
           FROM refund_cases c WHERE c.order_id = m.order_id),
        (SELECT jsonb_agg(jsonb_build_array(p.id, p.state) ORDER BY p.id)
           FROM refund_cases c CROSS JOIN generate_series(1, c.payout_tries) AS made
           JOIN payouts p ON p.owner_id = c.channel::text AND p.request_key = 'case:' || c.id || ':' || made
          WHERE c.order_id = m.order_id),
        (SELECT jsonb_agg(jsonb_build_array(d.id, d.state, d.tries) ORDER BY d.id)
           FROM outbox_events e JOIN deliveries d ON d.event_id = e.id
          WHERE e.topic = ANY(${TOPICS})
            AND e.subject_id = ANY(m.order_id || ARRAY(SELECT r.id FROM refunds r WHERE r.order_id = m.order_id))),
        (SELECT jsonb_agg(jsonb_build_array(i.id, i.decided) ORDER BY i.id)
           FROM payment_inquiries i WHERE i.order_id = m.order_id),
        (SELECT count(*) FROM notes n WHERE n.subject_type = 'order' AND n.subject_id = m.order_id),
        (SELECT count(*) FROM attachments t WHERE t.subject_type = 'order' AND t.subject_id = m.order_id))::text)
        AS mark
      FROM order_marks(ARRAY[${orderId}]) m`;
  return rows[0]?.mark;
}

/** … or about a refund case. */
export async function selectCaseMark(caseId: string): Promise<string | undefined> {
  const rows = await db().$queryRaw<{ mark: string }[]>`
    SELECT md5(jsonb_build_array(c.state, c.payee_id, c.proposal_id, c.payout_id, c.payout_tries, c.send_at,
        c.send_at <= now(), c.assigned_to, c.ended_as, c.due_at <= now(), c.updated_at,
        (SELECT r.state FROM refunds r WHERE r.id = c.refund_id),
        (SELECT p.state FROM payouts p WHERE p.id = c.payout_id),
        (SELECT count(*) FROM refund_approvals a WHERE a.proposal_id = c.proposal_id),
        (SELECT jsonb_agg(jsonb_build_array(l.id, l.approved_by, l.proved_at, l.revoked_at) ORDER BY l.id)
           FROM refund_claims l WHERE l.case_id = c.id),
        (SELECT count(*) FROM notes n WHERE n.subject_type = 'refund_case' AND n.subject_id = c.id),
        (SELECT count(*) FROM attachments t WHERE t.subject_type = 'refund_case' AND t.subject_id = c.id))::text)
        AS mark
      FROM refund_cases c WHERE c.id = ${caseId}`;
  return rows[0]?.mark;
}

/**
 * … or about how the channels are doing: breakers, what is held by hand, maintenance, and the share of calls
 * that fail, to a tenth: a page that is drawn again for every call is no help.
 */
export async function selectChannelsMark(tx: Tx = db()): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ mark: string }[]>`
    SELECT md5(jsonb_build_array(
        (SELECT jsonb_agg(jsonb_build_array(b.channel, b.operation, b.state,
                  b.state <> 'closed' AND b.probe_at <= now()) ORDER BY b.channel, b.operation)
           FROM channel_breakers b),
        (SELECT jsonb_agg(jsonb_build_array(h.id, h.confirmed_by) ORDER BY h.id)
           FROM breaker_overrides h WHERE h.ended_at IS NULL AND h.ends_at > now()),
        (SELECT jsonb_agg(w.id ORDER BY w.id)
           FROM maintenance_windows w WHERE w.cancelled_at IS NULL AND w.ends_at > now()),
        (SELECT jsonb_agg(jsonb_build_array(r.channel, r.operation, r.failing) ORDER BY r.channel, r.operation)
           FROM (SELECT channel, operation, round(sum(failed)::numeric / sum(answered + failed), 1) AS failing
                   FROM channel_call_counts
                  WHERE minute > now() - make_interval(mins => ${RATED_MINUTES}::int)
                  GROUP BY channel, operation) r))::text) AS mark`;
  return rows[0]?.mark;
}

/** Somebody has the page open now. */
export async function upsertPresence(
  subject: { type: string; id: string },
  userId: string,
): Promise<void> {
  await db().$executeRaw`
    INSERT INTO presences (subject_type, subject_id, user_id, seen_at)
    VALUES (${subject.type}, ${subject.id}, ${userId}, clock_timestamp())
    ON CONFLICT (subject_type, subject_id, user_id) DO UPDATE SET seen_at = EXCLUDED.seen_at`;
}

/** The names of others who have the page open. */
export async function selectOthers(
  subject: { type: string; id: string },
  userId: string,
): Promise<string[]> {
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT u.display_name AS name FROM presences p JOIN users u ON u.id = p.user_id
     WHERE p.subject_type = ${subject.type} AND p.subject_id = ${subject.id} AND p.user_id <> ${userId}
       AND p.seen_at > now() - make_interval(secs => ${THERE_FOR_SECONDS}::float8)
     ORDER BY u.display_name, u.id`;
  return rows.map(({ name }) => name);
}

export const deleteOldPresences = (tx: Tx = db()): Promise<number> =>
  tx.$executeRaw`DELETE FROM presences WHERE seen_at < now() - interval '1 hour'`;
