import { Prisma } from '@/prisma/generated/client';
import type { QueueName } from './queue';
import {
  DUPLICATES_FOR_DAYS,
  FAILING_AFTER_TRIES,
  IN_DOUBT_AFTER_MINUTES,
  LATE_AFTER_MINUTES,
  WEBHOOKS_FOR_DAYS,
} from './queue-rules';

/** Numbers of ours, never of an address: literal, so that partial indexes fit. */
const span = (n: number, unit: 'minutes' | 'days') => Prisma.raw(`interval '${n} ${unit}'`);
const late = (queue: QueueName) => span(LATE_AFTER_MINUTES[queue], 'minutes');
const inDoubt = span(IN_DOUBT_AFTER_MINUTES, 'minutes');

// The index that each queue is read by is named beside it; migration 20261129000900 has them.

/** attempts_in_doubt_idx, refunds_in_doubt_idx, payouts_in_doubt_idx */
const IN_DOUBT = Prisma.sql`
  SELECT 'attempt' AS kind, a.id, a.order_id, NULL AS case_id, a.merchant_id, a.channel::text AS channel,
         a.amount_minor, a.state::text AS state, NULL AS detail, NULL AS assigned_to, NULL AS made_by,
         a.created_at AS since, a.created_at + ${late('in-doubt')} AS due_at
    FROM attempts a WHERE a.state = 'unknown' AND a.created_at < now() - ${inDoubt}
  UNION ALL
  SELECT 'refund', r.id, r.order_id, NULL, r.merchant_id, r.channel::text, r.amount_minor, r.state::text,
         r.channel_code, NULL, NULL, r.created_at, r.created_at + ${late('in-doubt')}
    FROM refunds r WHERE r.state = 'unknown' AND r.created_at < now() - ${inDoubt}
  UNION ALL
  SELECT 'payout', p.id, c.order_id, c.id, c.merchant_id, p.channel::text, p.amount_minor, p.state::text,
         NULL, c.assigned_to, NULL, p.created_at, p.created_at + ${late('in-doubt')}
    FROM payouts p LEFT JOIN refund_cases c ON c.payout_id = p.id
   WHERE p.state = 'unknown' AND p.created_at < now() - ${inDoubt}`;

/** refund_cases_queue_idx, refund_claims_to_approve_idx, payment_inquiries_open_idx, breaker_overrides_open_idx */
const APPROVALS = Prisma.sql`
  SELECT 'refund_case' AS kind, c.id, c.order_id, c.id AS case_id, c.merchant_id, c.channel::text AS channel,
         c.amount_minor, c.state::text AS state, c.cause::text AS detail, c.assigned_to, p.maker_id AS made_by,
         c.opened_at AS since, coalesce(c.due_at, c.opened_at + ${late('approvals')}) AS due_at
    FROM refund_cases c LEFT JOIN refund_proposals p ON p.id = c.proposal_id WHERE c.state = 'proposed'
  UNION ALL
  SELECT 'claim', l.id, c.order_id, c.id, c.merchant_id, c.channel::text, c.amount_minor, 'asked',
         NULL, c.assigned_to, l.opened_by, l.created_at, l.created_at + ${late('approvals')}
    FROM refund_claims l JOIN refund_cases c ON c.id = l.case_id
   WHERE l.proof = 'identity_check' AND l.approved_by IS NULL AND l.revoked_at IS NULL
     -- What can be approved no more waits for nobody.
     AND l.expires_at > now() AND c.state IN ('open', 'claimed', 'proposed')
  UNION ALL
  SELECT 'inquiry', i.id, i.order_id, NULL, o.merchant_id, NULL, o.amount_minor, 'asked', i.proposed::text,
         NULL, i.opened_by, i.created_at, i.created_at + ${late('approvals')}
    FROM payment_inquiries i JOIN orders o ON o.id = i.order_id WHERE i.decided IS NULL AND i.proposed IS NOT NULL
  UNION ALL
  SELECT 'breaker', b.id, NULL, NULL, NULL, b.channel::text, NULL, 'asked', b.force::text,
         NULL, b.proposed_by, b.proposed_at, b.ends_at
    FROM breaker_overrides b WHERE b.confirmed_at IS NULL AND b.ended_at IS NULL AND b.ends_at > now()`;

/** Where no link was ever texted, there is no usable phone, and nobody but staff gets it going. */
const WHY_IT_WAITS = Prisma.sql`
  CASE WHEN c.state = 'open' AND c.opened_at < now() - interval '5 minutes' AND NOT EXISTS (
         SELECT FROM refund_claims l WHERE l.case_id = c.id AND l.proof = 'phone_code')
       THEN 'no_phone' ELSE c.cause::text END`;

const cases = (
  queue: QueueName,
  which: Prisma.Sql,
  since: Prisma.Sql = Prisma.sql`c.opened_at`,
) => Prisma.sql`
  SELECT 'refund_case' AS kind, c.id, c.order_id, c.id AS case_id, c.merchant_id, c.channel::text AS channel,
         c.amount_minor, c.state::text AS state, ${WHY_IT_WAITS} AS detail, c.assigned_to, NULL AS made_by,
         ${since} AS since, coalesce(c.due_at, ${since} + ${late(queue)}) AS due_at
    FROM refund_cases c WHERE ${which}`;

/** When the bank last refused it or sent it back. */
const CAME_BACK = Prisma.sql`
  coalesce((SELECT max(t.at) FROM transitions t WHERE t.subject_type = 'refund_case'
              AND t.subject_id = c.id AND t.event IN ('fail', 'return')), c.opened_at)`;

/** refunds_late_idx. Of an undo that was refused, the refund in its place is shown. */
const DUPLICATES = Prisma.sql`
  SELECT 'refund' AS kind, r.id, r.order_id, NULL AS case_id, r.merchant_id, r.channel::text AS channel,
         r.amount_minor, r.state::text AS state, r.channel_code AS detail, NULL AS assigned_to, NULL AS made_by,
         r.created_at AS since,
         CASE WHEN r.state <> 'succeeded' THEN r.created_at + ${late('duplicates')} END AS due_at
    FROM refunds r
   WHERE r.cause = 'late_payment' AND r.created_at > now() - ${span(DUPLICATES_FOR_DAYS, 'days')}
     AND NOT EXISTS (SELECT FROM refunds n WHERE n.replaces_id = r.id)`;

/** deliveries_failing_idx */
const WEBHOOKS = Prisma.sql`
  SELECT 'delivery' AS kind, d.id,
         CASE WHEN e.topic LIKE 'order.%' THEN e.subject_id
              ELSE (SELECT r.order_id FROM refunds r WHERE r.id = e.subject_id) END AS order_id,
         NULL AS case_id, d.merchant_id, NULL AS channel, NULL::bigint AS amount_minor, d.state::text AS state,
         concat_ws(' · ', e.topic, '×' || d.tries, (SELECT coalesce(t.status::text, t.problem) FROM delivery_tries t
            WHERE t.delivery_id = d.id ORDER BY t.id DESC LIMIT 1)) AS detail,
         NULL AS assigned_to, NULL AS made_by, d.created_at AS since, d.created_at + ${late('webhooks')} AS due_at
    FROM deliveries d JOIN outbox_events e ON e.id = d.event_id
   WHERE d.state <> 'delivered' AND d.tries >= ${Prisma.raw(String(FAILING_AFTER_TRIES))}
     AND d.created_at > now() - ${span(WEBHOOKS_FOR_DAYS, 'days')}`;

/** suspense_cases_state_created_at_idx */
const SUSPENSE = Prisma.sql`
  SELECT 'suspense' AS kind, s.id, NULL AS order_id, NULL AS case_id, NULL AS merchant_id, NULL AS channel,
         s.amount_minor, s.state::text AS state, s.reason::text AS detail, NULL AS assigned_to, NULL AS made_by,
         s.created_at AS since, s.created_at + ${late('suspense')} AS due_at
    FROM suspense_cases s WHERE s.state = 'open'`;

/** What is in each queue, all in one shape. */
export const QUEUE_SQL: Record<QueueName, Prisma.Sql> = {
  'in-doubt': IN_DOUBT,
  approvals: APPROVALS,
  /** refund_cases_queue_idx */
  'to-propose': cases('to-propose', Prisma.sql`c.state = 'claimed'`),
  'claims-waiting': cases('claims-waiting', Prisma.sql`c.state = 'open'`),
  /** refund_cases_returned_idx: sent before, and open again since then. */
  returned: cases(
    'returned',
    Prisma.sql`c.payout_tries > 0 AND c.state IN ('open', 'claimed')`,
    CAME_BACK,
  ),
  duplicates: DUPLICATES,
  webhooks: WEBHOOKS,
  suspense: SUSPENSE,
};
