import { db } from '@/lib/core/db';
import { Prisma } from '@/prisma/generated/client';
import type { DeliveryState, DeliveryTry, ListedDelivery } from './delivery';
import type { MerchantEvent } from './event';
import type { DeliveryProblem } from './rules';

const and = (condition: Prisma.Sql | undefined): Prisma.Sql =>
  condition ? Prisma.sql`AND ${condition}` : Prisma.empty;

export interface EventFilter {
  merchantId: string;
  topic?: string | undefined;
  objectId?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  /** The last event of the page before. */
  before?: string | undefined;
}

const EVENTS = Prisma.sql`
  SELECT e.id, e.topic, e.object_id AS "objectId", e.sequence, e.created_at AS "createdAt", e.body
    FROM outbox_events e`;

/** Newest first; what is just being written comes a moment later. */
export const selectEvents = (filter: EventFilter, most: number): Promise<MerchantEvent[]> =>
  db().$queryRaw<MerchantEvent[]>`
    ${EVENTS} WHERE e.merchant_id = ${filter.merchantId} AND e.body IS NOT NULL
      ${and(filter.topic === undefined ? undefined : Prisma.sql`e.topic = ${filter.topic}`)}
      ${and(filter.objectId === undefined ? undefined : Prisma.sql`e.object_id = ${filter.objectId}`)}
      ${and(filter.from && Prisma.sql`e.created_at >= ${filter.from}`)}
      ${and(filter.to && Prisma.sql`e.created_at < ${filter.to}`)}
      ${and(filter.before === undefined ? undefined : Prisma.sql`e.id < ${filter.before}`)}
     ORDER BY e.id DESC LIMIT ${most}`;

export async function selectMerchantEvent(which: {
  merchantId: string;
  eventId: string;
}): Promise<MerchantEvent | undefined> {
  const rows = await db().$queryRaw<MerchantEvent[]>`
    ${EVENTS} WHERE e.id = ${which.eventId} AND e.merchant_id = ${which.merchantId}
       AND e.body IS NOT NULL`;
  return rows[0];
}

export interface DeliveryFilter {
  merchantId: string;
  endpointId?: string | undefined;
  eventId?: string | undefined;
  topic?: string | undefined;
  state?: DeliveryState | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  /** The last delivery of the page before. */
  before?: string | undefined;
}

const DELIVERIES = Prisma.sql`
  SELECT d.id, d.event_id AS "eventId", v.topic, v.object_id AS "objectId",
         d.endpoint_id AS "endpointId", e.url, d.state::text AS state, d.tries,
         d.next_try_at AS "nextTryAt", d.delivered_at AS "deliveredAt", d.created_at AS "createdAt",
         t.status AS "lastStatus", t.problem AS "lastProblem"
    FROM deliveries d
    JOIN outbox_events v ON v.id = d.event_id
    JOIN webhook_endpoints e ON e.id = d.endpoint_id
    LEFT JOIN LATERAL (SELECT status, problem FROM delivery_tries
                        WHERE delivery_id = d.id ORDER BY id DESC LIMIT 1) t ON true`;

/** Newest first. */
export const selectDeliveries = (filter: DeliveryFilter, most: number): Promise<ListedDelivery[]> =>
  db().$queryRaw<ListedDelivery[]>`
    ${DELIVERIES} WHERE d.merchant_id = ${filter.merchantId}
      ${and(filter.endpointId === undefined ? undefined : Prisma.sql`d.endpoint_id = ${filter.endpointId}`)}
      ${and(filter.eventId === undefined ? undefined : Prisma.sql`d.event_id = ${filter.eventId}`)}
      ${and(filter.topic === undefined ? undefined : Prisma.sql`v.topic = ${filter.topic}`)}
      ${and(filter.state && Prisma.sql`d.state = ${filter.state}::delivery_state`)}
      ${and(filter.from && Prisma.sql`d.created_at >= ${filter.from}`)}
      ${and(filter.to && Prisma.sql`d.created_at < ${filter.to}`)}
      ${and(filter.before === undefined ? undefined : Prisma.sql`d.id < ${filter.before}`)}
     ORDER BY d.id DESC LIMIT ${most}`;

export async function selectDelivery(which: {
  merchantId: string;
  deliveryId: string;
}): Promise<(ListedDelivery & { body: string }) | undefined> {
  const rows = await db().$queryRaw<ListedDelivery[]>`
    ${DELIVERIES} WHERE d.id = ${which.deliveryId} AND d.merchant_id = ${which.merchantId}`;
  const [found] = rows;
  if (!found) return undefined;
  const where = { id: which.deliveryId };
  const { body } = await db().delivery.findUniqueOrThrow({ where, select: { body: true } });
  return { ...found, body };
}

const MOST_TRIES = 100;

/** A delivery's tries, the first one first. */
export async function selectTries(deliveryId: string): Promise<DeliveryTry[]> {
  const rows = await db().deliveryTry.findMany({
    where: { deliveryId },
    orderBy: { id: 'desc' },
    take: MOST_TRIES,
  });
  return rows.reverse().map((row) => ({
    status: row.status,
    problem: row.problem as DeliveryProblem | null,
    errorCode: row.errorCode,
    durationMs: row.durationMs,
    at: row.at,
    requestHeaders: textsOf(row.requestHeaders),
    answerHeaders: textsOf(row.answerHeaders),
    answerBody: row.answerBody,
  }));
}

/** The columns hold what `insertTry` wrote: texts by name. */
const textsOf = (json: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(Object(json)).map(([name, value]) => [name, String(value)]));
