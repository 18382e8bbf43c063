import { db, type Tx } from '@/lib/core/db';

/** Takes up to `most` events that nobody has relayed, oldest first, out of everybody else's sight. */
export async function claimUnrelayedEvents(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE outbox_events SET relayed_at = now()
     WHERE id IN (SELECT id FROM outbox_events WHERE relayed_at IS NULL
                   ORDER BY created_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
     RETURNING id`;
  return rows.map((row) => row.id);
}

/** An event as it was committed. */
export interface CommittedEvent {
  id: string;
  topic: string;
  merchantId: string;
  subjectId: string;
  objectId: string;
  sequence: number;
  createdAt: Date;
}

/**
 * The event, and before it whatever of the same object nobody has made deliveries of yet, in order: an
 * event is never fanned out before an earlier one. Empty when it is fanned out.
 */
export const selectToFanOut = (eventId: string): Promise<CommittedEvent[]> =>
  db().$queryRaw<CommittedEvent[]>`
    SELECT e.id, e.topic, e.merchant_id AS "merchantId", e.subject_id AS "subjectId",
           e.object_id AS "objectId", e.sequence, e.created_at AS "createdAt"
      FROM outbox_events asked
      JOIN outbox_events e ON e.object_id = asked.object_id AND e.sequence <= asked.sequence
                          AND e.fanned_out_at IS NULL
     WHERE asked.id = ${eventId} AND asked.fanned_out_at IS NULL
     ORDER BY e.sequence`;

/** Events handed on a while ago of which nobody has made deliveries: their jobs were given up, or got lost. */
export async function selectForgottenEvents(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM outbox_events
     WHERE fanned_out_at IS NULL AND relayed_at < clock_timestamp() - interval '15 minutes'
     ORDER BY relayed_at LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

/** Keeps the text of an event, once, and that its deliveries are made; false when somebody else did. */
export async function markFannedOut(
  tx: Tx,
  eventId: string,
  body: string | null,
): Promise<boolean> {
  const marked = await tx.$executeRaw`
    UPDATE outbox_events SET fanned_out_at = clock_timestamp(), body = ${body}
     WHERE id = ${eventId} AND fanned_out_at IS NULL`;
  return marked === 1;
}

export interface NewDelivery {
  id: string;
  eventId: string;
  endpointId: string;
  merchantId: string;
  body: string;
  /** Null where the order of arrival does not matter. */
  objectId: string | null;
  sequence: number;
}

/**
 * Inserts what is not there yet (one per event and endpoint) and answers what is due at once. What has to
 * wait for an earlier event of its object is not. The caller holds the endpoints.
 */
export async function insertDeliveries(tx: Tx, deliveries: NewDelivery[]): Promise<string[]> {
  if (deliveries.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string; isDue: boolean }[]>`
    INSERT INTO deliveries (id, event_id, endpoint_id, merchant_id, body, object_id, sequence, next_try_at)
    SELECT id, event_id, endpoint_id, merchant_id, body, object_id, sequence,
           CASE WHEN NOT EXISTS (SELECT FROM deliveries e
                  WHERE e.endpoint_id = d.endpoint_id AND e.object_id = d.object_id
                    AND e.sequence < d.sequence AND e.state = 'pending') THEN now() END
      FROM jsonb_to_recordset(${JSON.stringify(deliveries.map(toRow))}::jsonb)
        AS d(id text, event_id text, endpoint_id text, merchant_id text, body text,
             object_id text, sequence int)
    ON CONFLICT (event_id, endpoint_id) DO NOTHING
    RETURNING id, next_try_at IS NOT NULL AS "isDue"`;
  return rows.filter(({ isDue }) => isDue).map(({ id }) => id);
}

const toRow = ({ id, body, sequence, ...rest }: NewDelivery) => ({
  ...{ id, body, sequence },
  event_id: rest.eventId,
  endpoint_id: rest.endpointId,
  merchant_id: rest.merchantId,
  object_id: rest.objectId,
});

/** Writes an event that is sent to one endpoint only, and that nobody fans out. */
export async function insertOwnEvent(
  tx: Tx,
  event: { id: string; topic: string; merchantId: string; subjectId: string },
): Promise<{ sequence: number; createdAt: Date }> {
  await tx.$executeRaw`
    INSERT INTO outbox_events (id, topic, merchant_id, subject_id, relayed_at, fanned_out_at)
    VALUES (${event.id}, ${event.topic}, ${event.merchantId}, ${event.subjectId}, now(), now())`;
  const { sequence, createdAt } = await tx.outboxEvent.findUniqueOrThrow({
    where: { id: event.id },
    select: { sequence: true, createdAt: true },
  });
  return { sequence: sequence ?? 1, createdAt };
}

export async function setEventBody(tx: Tx, eventId: string, body: string): Promise<void> {
  await tx.outboxEvent.update({ where: { id: eventId }, data: { body }, select: { id: true } });
}
