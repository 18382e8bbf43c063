import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { Prisma } from '@/prisma/generated/client';
import type { DisabledReason, WebhookEndpoint } from './endpoint';

const ENDPOINTS = Prisma.sql`
  SELECT id, url, topics, created_at AS "createdAt", disabled_at AS "disabledAt",
         disabled_reason AS "disabledReason", failing_since AS "failingSince",
         CASE WHEN paused_until > clock_timestamp() THEN paused_until END AS "pausedUntil",
         probe_at AS "probeAt",
         CASE WHEN previous_until > clock_timestamp() THEN previous_until END AS "previousUntil"
    FROM webhook_endpoints`;

/** All that a merchant has and has not removed, oldest first. */
export const selectEndpoints = (merchantId: string, tx: Tx = db()): Promise<WebhookEndpoint[]> =>
  tx.$queryRaw<WebhookEndpoint[]>`
    ${ENDPOINTS} WHERE merchant_id = ${merchantId} AND removed_at IS NULL ORDER BY id`;

export async function selectEndpoint(
  { merchantId, endpointId }: { merchantId: string; endpointId: string },
  tx: Tx = db(),
): Promise<WebhookEndpoint | undefined> {
  const rows = await tx.$queryRaw<WebhookEndpoint[]>`
    ${ENDPOINTS} WHERE id = ${endpointId} AND merchant_id = ${merchantId} AND removed_at IS NULL`;
  return rows[0];
}

/** Holds the endpoint until the transaction ends; what it counts is counted under this. */
export async function lockEndpoints(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM webhook_endpoints WHERE id = ANY(${[...ids]}) ORDER BY id FOR NO KEY UPDATE`;
}

/** At another address nothing has failed yet. */
export async function updateEndpoint(
  tx: Tx,
  endpointId: string,
  set: { url?: string; topics?: string[] },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_endpoints
       SET failing_since = NULL, failures = 0, paused_until = NULL, slow_until = NULL
     WHERE id = ${endpointId} AND url <> ${set.url ?? null}::text`;
  await tx.webhookEndpoint.update({ where: { id: endpointId }, data: set, select: { id: true } });
}

/** The present secret becomes the former one, for so many hours; 0 ends it at once. */
export async function replaceSecret(
  tx: Tx,
  endpointId: string,
  { sealedSecret, hours }: { sealedSecret: Uint8Array; hours: number },
): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ until: Date | null }[]>`
    UPDATE webhook_endpoints
       SET previous_secret = CASE WHEN ${hours}::int > 0 THEN sealed_secret END,
           previous_until = CASE WHEN ${hours}::int > 0
                                 THEN clock_timestamp() + make_interval(hours => ${hours}::int) END,
           sealed_secret = ${new Uint8Array(sealedSecret)}
     WHERE id = ${endpointId} RETURNING previous_until AS until`;
  return rows[0]?.until ?? null;
}

/** Ends the former secret at once. */
export async function clearPreviousSecret(tx: Tx, endpointId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_endpoints SET previous_secret = NULL, previous_until = NULL
     WHERE id = ${endpointId}`;
}

/** Switches it off, if it is on, and gives up what was waiting for it; false when it was off already. */
export async function markDisabled(
  tx: Tx,
  endpointId: string,
  { reason, probeInSeconds }: { reason: DisabledReason; probeInSeconds: number | null },
): Promise<boolean> {
  const disabled = await tx.$executeRaw`
    UPDATE webhook_endpoints
       SET disabled_at = clock_timestamp(), disabled_reason = ${reason}, probes = 0,
           probe_at = clock_timestamp() + make_interval(secs => ${probeInSeconds}::float8)
     WHERE id = ${endpointId} AND disabled_at IS NULL`;
  return disabled === 1;
}

/** Switches it on, with a clean slate; false when it is on already. */
export async function markEnabled(tx: Tx, endpointId: string): Promise<boolean> {
  const enabled = await tx.$executeRaw`
    UPDATE webhook_endpoints
       SET disabled_at = NULL, disabled_reason = NULL, probe_at = NULL, probes = 0,
           failing_since = NULL, failures = 0, paused_until = NULL, slow_until = NULL
     WHERE id = ${endpointId} AND disabled_at IS NOT NULL AND removed_at IS NULL`;
  return enabled === 1;
}

/** What is off by its merchant's hand is not probed any more. */
export async function markDisabledByMerchant(tx: Tx, endpointId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_endpoints SET disabled_reason = 'merchant', probe_at = NULL
     WHERE id = ${endpointId} AND disabled_at IS NOT NULL`;
}

export async function markRemoved(tx: Tx, endpointId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_endpoints
       SET removed_at = clock_timestamp(), disabled_at = coalesce(disabled_at, clock_timestamp()),
           disabled_reason = 'merchant', probe_at = NULL, previous_secret = NULL, previous_until = NULL
     WHERE id = ${endpointId}`;
}

/** Those off for failing whose time to be tried has come, the next try's time set ahead by `waits`. */
export const claimDueProbes = (
  tx: Tx,
  { most, waits }: { most: number; waits: readonly (number | null)[] },
): Promise<{ id: string; merchantId: string }[]> =>
  tx.$queryRaw<{ id: string; merchantId: string }[]>`
    UPDATE webhook_endpoints e
       SET probes = e.probes + 1,
           probe_at = clock_timestamp() + make_interval(
             secs => (${JSON.stringify(waits)}::jsonb ->> least(e.probes + 1, ${waits.length - 1}::int))::float8)
     WHERE e.id IN (SELECT id FROM webhook_endpoints
                     WHERE probe_at <= clock_timestamp() ORDER BY probe_at LIMIT ${most}
                       FOR NO KEY UPDATE SKIP LOCKED)
     RETURNING e.id, e.merchant_id AS "merchantId"`;

/**
 * A try arrived: whatever went before is over, but for a pause that was asked for meanwhile: only a test, which
 * heeds none, shows that it is. Writes only where there is something to end.
 */
export async function noteArrival(
  tx: Tx,
  endpointId: string,
  { slowForSeconds, isTest }: { slowForSeconds: number; isTest: boolean },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_endpoints
       SET failing_since = NULL, failures = 0,
           paused_until = CASE WHEN NOT ${isTest}::boolean AND paused_until > clock_timestamp()
                               THEN paused_until END,
           slow_until = CASE WHEN ${slowForSeconds}::int > 0
                             THEN clock_timestamp() + make_interval(secs => ${slowForSeconds}::float8) END
     WHERE id = ${endpointId}
       AND (failing_since IS NOT NULL OR paused_until IS NOT NULL OR slow_until IS NOT NULL
            OR ${slowForSeconds}::int > 0)`;
}

/** A try failed. Answers since when, and at how many tries, nothing has arrived, by the database's clock as all of this. */
export async function noteFailure(
  tx: Tx,
  endpointId: string,
  { pauseSeconds }: { pauseSeconds: number },
): Promise<{ failingSince: Date; failures: number; now: Date }> {
  const rows = await tx.$queryRaw<{ failingSince: Date; failures: number; now: Date }[]>`
    UPDATE webhook_endpoints
       SET failing_since = coalesce(failing_since, clock_timestamp()), failures = failures + 1,
           paused_until = CASE WHEN ${pauseSeconds}::float8 > 0
             THEN greatest(paused_until, clock_timestamp() + make_interval(secs => ${pauseSeconds}::float8))
             ELSE paused_until END
     WHERE id = ${endpointId}
     RETURNING failing_since AS "failingSince", failures, clock_timestamp()::timestamptz(3) AS now`;
  return present(rows[0], `endpoint ${endpointId}`);
}

export async function findEndpointOwner(tx: Tx, endpointId: string): Promise<string> {
  const where = { id: endpointId };
  const { merchantId } = await tx.webhookEndpoint.findUniqueOrThrow({
    where,
    select: { merchantId: true },
  });
  return merchantId;
}

/** Where to, and the secrets as they rest, the present one first. */
export async function selectTarget(
  endpointId: string,
): Promise<
  { url: string; merchantId: string; isLive: boolean; sealedSecrets: Uint8Array[] } | undefined
> {
  const rows = await db().$queryRaw<
    {
      url: string;
      merchantId: string;
      isLive: boolean;
      newest: Uint8Array;
      former: Uint8Array | null;
    }[]
  >`
    SELECT e.url, e.merchant_id AS "merchantId", m.mode = 'live' AS "isLive",
           e.sealed_secret AS newest,
           CASE WHEN e.previous_until > clock_timestamp() THEN e.previous_secret END AS former
      FROM webhook_endpoints e JOIN merchants m ON m.id = e.merchant_id WHERE e.id = ${endpointId}`;
  const [row] = rows;
  if (!row) return undefined;
  const { newest, former, ...rest } = row;
  return { ...rest, sealedSecrets: former ? [newest, former] : [newest] };
}

/** Why it is off; null: it is on. */
export async function selectDisabledReason(tx: Tx, endpointId: string): Promise<string | null> {
  const { disabledReason } = await tx.webhookEndpoint.findUniqueOrThrow({
    where: { id: endpointId },
    select: { disabledReason: true },
  });
  return disabledReason;
}
