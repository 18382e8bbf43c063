import { db, type Tx } from '@/lib/core/db';

/** A delivery that one worker may try now. */
export interface ClaimedDelivery {
  id: string;
  eventId: string;
  endpointId: string;
  merchantId: string;
  body: string;
  /** Counting the one that is about to be made. */
  tries: number;
  /** The database's clock at the claim. */
  at: Date;
}

/**
 * Claims a due delivery for a minute, longer than a try can take: whoever comes meanwhile, or after
 * it is settled, gets nothing; after a crash it is due again.
 */
export async function claimDelivery(id: string): Promise<ClaimedDelivery | undefined> {
  const rows = await db().$queryRaw<ClaimedDelivery[]>`
    UPDATE deliveries SET tries = tries + 1, next_try_at = clock_timestamp() + interval '60 seconds'
     WHERE id = ${id} AND state = 'pending' AND next_try_at <= clock_timestamp()
     RETURNING id, event_id AS "eventId", endpoint_id AS "endpointId",
               merchant_id AS "merchantId", body, tries,
               clock_timestamp()::timestamptz(3) AS at`;
  return rows[0];
}

export async function insertTry(
  tx: Tx,
  made: { deliveryId: string; status: number | null; problem: string | null; durationMs: number },
): Promise<void> {
  await tx.deliveryTry.create({ data: made, select: { id: true } });
}

export async function markDelivered(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE deliveries SET state = 'delivered', delivered_at = clock_timestamp(), next_try_at = NULL
     WHERE id = ${id} AND state <> 'delivered'`;
}

/** Gives up, unless another worker has meanwhile claimed or settled it. */
export async function markExhausted(tx: Tx, id: string, tries: number): Promise<void> {
  const where = { id, state: 'pending' as const, tries };
  await tx.delivery.updateMany({ where, data: { state: 'exhausted', nextTryAt: null } });
}

/** When the next try is due; undefined when another worker has meanwhile claimed or settled it. */
export async function setNextTry(
  tx: Tx,
  id: string,
  { tries, inSeconds }: { tries: number; inSeconds: number },
): Promise<Date | undefined> {
  const rows = await tx.$queryRaw<{ at: Date }[]>`
    UPDATE deliveries SET next_try_at = clock_timestamp() + make_interval(secs => ${inSeconds}::float8)
     WHERE id = ${id} AND state = 'pending' AND tries = ${tries}
     RETURNING next_try_at AS at`;
  return rows[0]?.at;
}

/** Deliveries overdue by more than a job's way through the queue: their job got lost. */
export async function selectOverdueDeliveries(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM deliveries
     WHERE state = 'pending' AND next_try_at < clock_timestamp() - interval '30 seconds'
     ORDER BY next_try_at LIMIT ${most}`;
  return rows.map((row) => row.id);
}
