import type { Tx } from '@/lib/core/db';

/** Deliveries wait for each other: for an earlier event of their object, and for a free place at their endpoint. */

/** It waits until the earlier event has arrived or is given up. */
export async function letWait(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE deliveries SET next_try_at = NULL, in_line = false WHERE id = ${id} AND state = 'pending'`;
}

/** They wait until a try at their endpoint ends. */
export async function putInLine(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE deliveries SET in_line = true WHERE id = ANY (${[...ids]}) AND state = 'pending'`;
}

/** Not before that, and up to a minute later, so that not all come back together. */
export async function postpone(tx: Tx, id: string, until: Date): Promise<Date> {
  const rows = await tx.$queryRaw<{ at: Date }[]>`
    UPDATE deliveries SET next_try_at = ${until}::timestamptz + random() * interval '60 seconds'
     WHERE id = ${id} AND state = 'pending' RETURNING next_try_at AS at`;
  return rows[0]?.at ?? until;
}

/** The next event of the object that waits for this one, due now; undefined when none does. */
export async function releaseNext(
  tx: Tx,
  { endpointId, objectId, sequence }: { endpointId: string; objectId: string; sequence: number },
): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE deliveries SET next_try_at = clock_timestamp()
     WHERE id = (SELECT id FROM deliveries
                  WHERE endpoint_id = ${endpointId} AND object_id = ${objectId} AND state = 'pending'
                    AND sequence > ${sequence} ORDER BY sequence LIMIT 1)
       AND next_try_at IS NULL
     RETURNING id`;
  return rows[0]?.id;
}

/**
 * Takes those who have stood in line the longest out of it: at this endpoint, and one at each other of the same
 * merchant at which nothing is under way, so that what all share is never held by the busiest alone. Whom somebody
 * else is calling is passed over: two that end at once never wait for each other.
 */
export async function callFromLine(
  tx: Tx,
  { merchantId, endpointId, most }: { merchantId: string; endpointId: string; most: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH here AS (
      SELECT id FROM deliveries
       WHERE merchant_id = ${merchantId} AND endpoint_id = ${endpointId} AND in_line
       ORDER BY next_try_at LIMIT ${most} FOR UPDATE SKIP LOCKED
    ), elsewhere AS (
      SELECT d.id FROM webhook_endpoints e
       CROSS JOIN LATERAL (
         SELECT id FROM deliveries
          WHERE merchant_id = e.merchant_id AND endpoint_id = e.id AND in_line
          ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED) d
       WHERE e.merchant_id = ${merchantId} AND e.id <> ${endpointId}
         AND (NOT EXISTS (SELECT FROM here)
              OR NOT EXISTS (SELECT FROM deliveries w
                   WHERE w.merchant_id = e.merchant_id AND w.endpoint_id = e.id
                     AND w.under_way_until > clock_timestamp()))
    )
    UPDATE deliveries SET in_line = false
     WHERE id IN (SELECT id FROM here UNION ALL SELECT id FROM elsewhere) AND in_line
     RETURNING id`;
  return rows.map(({ id }) => id);
}

/** Gives up all that waits for an endpoint that is off. */
export async function exhaustEndpoint(tx: Tx, endpointId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE deliveries d
       SET state = CASE WHEN delivered_at IS NULL THEN 'exhausted' ELSE 'delivered' END::delivery_state,
           next_try_at = NULL, in_line = false
      FROM outbox_events v
     WHERE d.endpoint_id = ${endpointId} AND d.state = 'pending' AND d.under_way_until IS NULL
       AND v.id = d.event_id AND v.topic <> 'test.ping'`;
}

export interface Overdue {
  id: string;
  isSlow: boolean;
}

/**
 * Deliveries overdue by more than a job's way through the queue: their job got lost. Of each endpoint the
 * few oldest, so that one with a great many hides none of the others.
 */
export const selectOverdueDeliveries = (tx: Tx, most: number): Promise<Overdue[]> =>
  tx.$queryRaw<Overdue[]>`
    SELECT o.id, e.failing_since IS NOT NULL AS "isSlow"
      FROM webhook_endpoints e
     CROSS JOIN LATERAL (
       SELECT d.id, d.next_try_at FROM deliveries d
        WHERE d.endpoint_id = e.id AND d.state = 'pending'
          AND d.next_try_at < clock_timestamp() - interval '30 seconds'
        ORDER BY d.next_try_at LIMIT 4) o
     ORDER BY o.next_try_at LIMIT ${most}`;

/** What waits for an earlier event that is not waiting any more, made due. */
export async function releaseForgotten(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE deliveries SET next_try_at = clock_timestamp()
     WHERE id IN (
       SELECT d.id FROM deliveries d
        WHERE d.state = 'pending' AND d.next_try_at IS NULL
          AND d.created_at < clock_timestamp() - interval '60 seconds'
          AND NOT EXISTS (SELECT FROM deliveries f
                WHERE f.endpoint_id = d.endpoint_id AND f.object_id = d.object_id
                  AND f.sequence < d.sequence AND f.state = 'pending')
        ORDER BY d.created_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
     RETURNING id`;
  return rows.map(({ id }) => id);
}
