import type { Tx } from '@/lib/core/db';
import { Prisma } from '@/prisma/generated/client';
import type { NewDelivery } from './event-store';

/** Makes a delivery due now, however it stands, and answers how it stood; undefined while it is being tried. */
export async function reopenDelivery(
  tx: Tx,
  id: string,
): Promise<{ state: string; tries: number } | undefined> {
  const rows = await tx.$queryRaw<{ state: string; tries: number }[]>`
    WITH was AS (SELECT id, state::text AS state, tries FROM deliveries
                  WHERE id = ${id} AND coalesce(under_way_until <= clock_timestamp(), true)
                    FOR UPDATE)
    UPDATE deliveries d SET state = 'pending', next_try_at = clock_timestamp()
      FROM was WHERE d.id = was.id RETURNING was.state, was.tries`;
  return rows[0];
}

/** Events of a merchant, to be sent to one of its endpoints again. */
export interface ResendRange {
  merchantId: string;
  endpointId: string;
  from: Date;
  to: Date;
  /** None named: all that the endpoint is told about. */
  topics: readonly string[];
  /** missed: given up, or never sent because the endpoint was off or not there. */
  which: 'missed' | 'all';
}

const inRange = ({ merchantId, endpointId, from, to, topics, which }: ResendRange): Prisma.Sql =>
  Prisma.sql`
    FROM outbox_events v
    JOIN webhook_endpoints e ON e.id = ${endpointId}
    LEFT JOIN deliveries d ON d.event_id = v.id AND d.endpoint_id = e.id
   WHERE v.merchant_id = ${merchantId} AND v.created_at >= ${from} AND v.created_at < ${to}
     AND v.fanned_out_at IS NOT NULL AND v.body IS NOT NULL AND v.topic <> 'test.ping'
     AND (cardinality(e.topics) = 0 OR v.topic = ANY (e.topics))
     AND (cardinality(${[...topics]}::text[]) = 0 OR v.topic = ANY (${[...topics]}::text[]))
     AND coalesce(d.under_way_until <= clock_timestamp(), true)
     AND (d.id IS NULL OR d.state = 'exhausted' OR (${which} = 'all' AND d.state = 'delivered'))`;

export async function countInRange(tx: Tx, range: ResendRange): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count ${inRange(range)}`;
  return rows[0]?.count ?? 0;
}

/** Those that were made before, and those that never were. */
export const selectInRange = (
  tx: Tx,
  range: ResendRange,
): Promise<(Omit<NewDelivery, 'id' | 'endpointId'> & { deliveryId: string | null })[]> =>
  tx.$queryRaw`
    SELECT d.id AS "deliveryId", v.id AS "eventId", v.merchant_id AS "merchantId", v.body,
           v.object_id AS "objectId", v.sequence ${inRange(range)}
     ORDER BY v.id`;

/**
 * Makes these due again, in the order of their objects' events: what has an earlier one among them, or on its way,
 * waits for it. Answers what is due at once.
 */
export async function reopenDeliveries(tx: Tx, ids: readonly string[]): Promise<string[]> {
  await tx.$executeRaw`
    UPDATE deliveries SET state = 'pending', next_try_at = NULL WHERE id = ANY (${[...ids]})`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE deliveries d SET next_try_at = clock_timestamp()
     WHERE d.id = ANY (${[...ids]})
       AND NOT EXISTS (SELECT FROM deliveries f
             WHERE f.endpoint_id = d.endpoint_id AND f.object_id = d.object_id
               AND f.sequence < d.sequence AND f.state = 'pending')
     RETURNING d.id`;
  return rows.map(({ id }) => id);
}
