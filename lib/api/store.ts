import { db, type Tx } from '@/lib/core/db';
import { Prisma } from '@/prisma/generated/client';
import type { ApiRequest } from './api-request';

/**
 * Takes one token out of a key's bucket, which fills by `perSecond` up to `atOnce`. Answers how many seconds
 * it is until there is one, when there is none: then nothing has changed.
 */
export async function takeToken(
  keyId: string,
  { perSecond, atOnce }: { perSecond: number; atOnce: number },
): Promise<{ taken: true } | { taken: false; waitSeconds: number }> {
  const now = Prisma.sql`least(${atOnce}::float8, b.tokens + ${perSecond}::float8
    * greatest(0, extract(epoch FROM clock_timestamp() - b.at)::float8))`;
  const rows = await db().$queryRaw<{ left: number }[]>`
    INSERT INTO api_buckets AS b (key_id, tokens, at)
    VALUES (${keyId}, ${atOnce}::float8 - 1, clock_timestamp())
    ON CONFLICT (key_id) DO UPDATE SET tokens = ${now} - 1, at = clock_timestamp()
     WHERE ${now} >= 1
    RETURNING tokens AS left`;
  if (rows.length > 0) return { taken: true };
  const waits = await db().$queryRaw<{ seconds: number }[]>`
    SELECT ceil((1 - ${now}) / ${perSecond}::float8)::float8 AS seconds
      FROM api_buckets b WHERE key_id = ${keyId}`;
  return { taken: false, waitSeconds: Math.max(1, waits[0]?.seconds ?? 1) };
}

export async function insertRequests(requests: readonly Omit<ApiRequest, 'at'>[]): Promise<void> {
  await db().apiRequest.createMany({
    data: requests.map(({ excerpt, ...request }) => ({
      ...request,
      excerpt: (excerpt as Prisma.InputJsonObject | null) ?? Prisma.DbNull,
    })),
    skipDuplicates: true,
  });
}

export interface RequestFilter {
  merchantId: string;
  id?: string | undefined;
  idempotencyKey?: string | undefined;
  operation?: string | undefined;
  /** The first digit of the status: 2, 4 or 5. */
  statusClass?: number | undefined;
  before?: string | undefined;
}

/** A merchant's calls, newest first. */
export async function selectRequests(filter: RequestFilter, most: number): Promise<ApiRequest[]> {
  const { merchantId, id, idempotencyKey, operation, statusClass, before } = filter;
  const status = statusClass && { gte: statusClass * 100, lt: statusClass * 100 + 100 };
  const rows = await db().apiRequest.findMany({
    where: {
      merchantId,
      idempotencyKey,
      operation,
      ...(status ? { status } : {}),
      id: { equals: id, lt: before },
    },
    orderBy: { id: 'desc' },
    take: most,
  });
  return rows.map(({ excerpt, ...row }) => ({
    ...row,
    excerpt: excerpt as Record<string, unknown> | null,
  }));
}

/** Deletes at most `most` calls that are older than `days`. */
export const deleteOldRequests = (
  tx: Tx,
  { days, most }: { days: number; most: number },
): Promise<number> =>
  tx.$executeRaw`
    DELETE FROM api_requests WHERE id = ANY (ARRAY(
      SELECT id FROM api_requests WHERE at < clock_timestamp() - make_interval(days => ${days}::int)
       ORDER BY at LIMIT ${most} FOR UPDATE SKIP LOCKED))`;
