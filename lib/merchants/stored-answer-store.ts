import type { Tx } from '@/lib/core/db';

/** False when another transaction is at work under this key. Held until this one ends. */
export async function tryIdempotencyLock(
  tx: Tx,
  { merchantId, key }: { merchantId: string; key: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ got: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`idempotency:${merchantId}:${key}`}, 0)) AS got`;
  return rows[0]?.got ?? false;
}

export interface StoredAnswer {
  inputHash: string;
  status: number;
  answer: string;
}

/** The status of a row that stands for a call that is still at work. */
export const AT_WORK = 0;

/** Longer than any call takes that claims its key; after it, a claim whose process died is taken over. */
const CLAIM_SECONDS = 120;

/** What is kept under a key; `isLeft`: a claim, and whoever made it has died. */
export async function findAnswer(
  tx: Tx,
  { merchantId, key }: { merchantId: string; key: string },
): Promise<(StoredAnswer & { isLeft: boolean }) | undefined> {
  const rows = await tx.$queryRaw<(StoredAnswer & { isLeft: boolean })[]>`
    SELECT input_hash AS "inputHash", status, answer,
           status = ${AT_WORK} AND created_at
             < clock_timestamp() - make_interval(secs => ${CLAIM_SECONDS}::int) AS "isLeft"
      FROM idempotency_keys
     WHERE merchant_id = ${merchantId} AND key = ${key} AND expires_at > clock_timestamp()`;
  return rows[0];
}

/** Keeps the answer for `keepSeconds`; one that is past its time gives way to it. */
export async function keepAnswer(
  tx: Tx,
  kept: StoredAnswer & { merchantId: string; key: string; keepSeconds: number },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO idempotency_keys (merchant_id, key, input_hash, status, answer, created_at, expires_at)
    VALUES (${kept.merchantId}, ${kept.key}, ${kept.inputHash}, ${kept.status}, ${kept.answer},
            now(), now() + make_interval(secs => ${kept.keepSeconds}::int))
    ON CONFLICT (merchant_id, key) DO UPDATE SET input_hash = excluded.input_hash,
      status = excluded.status, answer = excluded.answer,
      created_at = excluded.created_at, expires_at = excluded.expires_at`;
}

/** Gives up a claim, so that the same key may try again. */
export async function deleteClaim(
  tx: Tx,
  { merchantId, key }: { merchantId: string; key: string },
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM idempotency_keys
     WHERE merchant_id = ${merchantId} AND key = ${key} AND status = ${AT_WORK}`;
}

/** Deletes at most `most` answers whose time is over. */
export const deleteExpiredAnswers = (tx: Tx, most: number): Promise<number> =>
  tx.$executeRaw`
    DELETE FROM idempotency_keys WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM idempotency_keys WHERE expires_at < clock_timestamp() - interval '1 hour'
       LIMIT ${most} FOR UPDATE SKIP LOCKED))`;
