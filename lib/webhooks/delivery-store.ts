import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { MOST_AT_ONCE } from './rules';

/** A delivery that one worker may try now. */
export interface ClaimedDelivery {
  id: string;
  eventId: string;
  topic: string;
  endpointId: string;
  merchantId: string;
  objectId: string | null;
  sequence: number | null;
  body: string;
  /** Counting the one that is about to be made. */
  tries: number;
  /** The database's clock at the claim. */
  at: Date;
}

/** How a delivery stands that a job asks for; undefined when it is not due, under way or over. */
export interface DueDelivery {
  id: string;
  endpointId: string;
  topic: string;
  isOff: boolean;
  isRemoved: boolean;
  /** Its endpoint answers slowly, or nothing arrives there. */
  isSlow: boolean;
  pausedUntil: Date | null;
  /** An earlier event of the same object has not arrived. */
  mustWait: boolean;
  /** As many tries as may be are under way at its endpoint, or at its merchant's together. */
  isFull: boolean;
}

/** Whose a delivery is and which endpoint it is for, so that that can be held first. */
export async function findDeliveryPlace(
  tx: Tx,
  id: string,
): Promise<{ merchantId: string; endpointId: string } | undefined> {
  const select = { merchantId: true, endpointId: true };
  return (await tx.delivery.findUnique({ where: { id }, select })) ?? undefined;
}

/** The caller holds the endpoint: two claims there are made one after the other. */
export async function selectDue(tx: Tx, id: string): Promise<DueDelivery | undefined> {
  const { endpoint, slowEndpoint, merchant } = MOST_AT_ONCE;
  const rows = await tx.$queryRaw<DueDelivery[]>`
    SELECT d.id, d.endpoint_id AS "endpointId", v.topic, e.disabled_at IS NOT NULL AS "isOff",
           e.removed_at IS NOT NULL AS "isRemoved", s.slow AS "isSlow",
           CASE WHEN e.paused_until > clock_timestamp() THEN e.paused_until END AS "pausedUntil",
           EXISTS (SELECT FROM deliveries f
             WHERE f.endpoint_id = d.endpoint_id AND f.object_id = d.object_id
               AND f.sequence < d.sequence AND f.state = 'pending') AS "mustWait",
           u.here >= CASE WHEN s.slow THEN ${slowEndpoint}::int ELSE ${endpoint}::int END
             OR u.everywhere >= ${merchant}::int AS "isFull"
      FROM deliveries d
      JOIN outbox_events v ON v.id = d.event_id
      JOIN webhook_endpoints e ON e.id = d.endpoint_id
     CROSS JOIN LATERAL (SELECT e.failing_since IS NOT NULL
             OR coalesce(e.slow_until > clock_timestamp(), false) AS slow) s
     CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE w.endpoint_id = d.endpoint_id) AS here,
                                count(*) AS everywhere
             FROM deliveries w
            WHERE w.merchant_id = d.merchant_id AND w.under_way_until > clock_timestamp()) u
     WHERE d.id = ${id} AND d.state = 'pending' AND d.next_try_at <= clock_timestamp()`;
  return rows[0];
}

/**
 * Claims a delivery for a minute, longer than a try can take: whoever comes meanwhile, or after it is
 * settled, gets nothing; after a crash it is due again.
 */
export async function claimDelivery(tx: Tx, id: string): Promise<ClaimedDelivery> {
  const rows = await tx.$queryRaw<ClaimedDelivery[]>`
    UPDATE deliveries d
       SET tries = tries + 1, in_line = false,
           next_try_at = clock_timestamp() + interval '60 seconds',
           under_way_until = clock_timestamp() + interval '60 seconds'
      FROM outbox_events v
     WHERE d.id = ${id} AND v.id = d.event_id
     RETURNING d.id, d.event_id AS "eventId", v.topic, d.endpoint_id AS "endpointId",
               d.merchant_id AS "merchantId", d.object_id AS "objectId", d.sequence, d.body, d.tries,
               clock_timestamp()::timestamptz(3) AS at`;
  return present(rows[0], `delivery ${id}`);
}

export interface MadeTry {
  deliveryId: string;
  status: number | null;
  problem: string | null;
  errorCode: string | null;
  durationMs: number;
  requestHeaders: Record<string, string>;
  answerHeaders: Record<string, string>;
  answerBody: string | null;
}

export async function insertTry(tx: Tx, made: MadeTry): Promise<void> {
  await tx.deliveryTry.create({ data: made, select: { id: true } });
}

export async function markDelivered(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE deliveries SET state = 'delivered', delivered_at = clock_timestamp(), next_try_at = NULL,
                          under_way_until = NULL, in_line = false
     WHERE id = ${id} AND state <> 'delivered'`;
}

/**
 * Gives up, unless another worker has meanwhile claimed or settled it. What had arrived before it was
 * sent again has arrived all the same.
 */
export async function markExhausted(tx: Tx, id: string, tries?: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE deliveries
       SET state = CASE WHEN delivered_at IS NULL THEN 'exhausted' ELSE 'delivered' END::delivery_state,
           next_try_at = NULL, under_way_until = NULL, in_line = false
     WHERE id = ${id} AND state = 'pending' AND tries = coalesce(${tries ?? null}::int, tries)`;
}

/** When the next try is due; undefined when another worker has meanwhile claimed or settled it. */
export async function setNextTry(
  tx: Tx,
  id: string,
  { tries, inSeconds }: { tries: number; inSeconds: number },
): Promise<Date | undefined> {
  const rows = await tx.$queryRaw<{ at: Date }[]>`
    UPDATE deliveries SET next_try_at = clock_timestamp() + make_interval(secs => ${inSeconds}::float8),
                          under_way_until = NULL
     WHERE id = ${id} AND state = 'pending' AND tries = ${tries}
     RETURNING next_try_at AS at`;
  return rows[0]?.at;
}

/** How the deliveries of one event stand, one for each endpoint; none before it is fanned out. */
export async function selectDeliveryStates(event: {
  topic: string;
  subjectId: string;
}): Promise<('pending' | 'delivered' | 'exhausted')[]> {
  const rows = await db().$queryRaw<{ state: 'pending' | 'delivered' | 'exhausted' }[]>`
    SELECT CASE WHEN d.delivered_at IS NULL THEN d.state::text ELSE 'delivered' END AS state
      FROM outbox_events e JOIN deliveries d ON d.event_id = e.id
     WHERE e.topic = ${event.topic} AND e.subject_id = ${event.subjectId}`;
  return rows.map(({ state }) => state);
}
