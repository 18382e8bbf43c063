import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { readRows } from '@/lib/core/read-rows';
import { cny } from '@/lib/money/money';
import { Prisma } from '@/prisma/generated/client';
import type { CountedQuota, QuotaRefusal } from './quota';
import type { Used } from './quota-rules';
import { FACE_TO_FACE } from './sources';

interface PayerRow {
  payerId: string;
  sources: number;
  faceToFace: boolean;
  total: bigint;
  year: bigint;
  day: bigint;
}

/** Who pays, what verified them and what they have used up: one statement, since every payment asks. */
export async function selectPayer(
  account: { userId: string | null; customerId: string },
  tx?: Tx,
): Promise<{
  payerId: string;
  verified: { sources: number; faceToFace: boolean };
  used: Used;
}> {
  const rows = await readRows<PayerRow>(
    'payer',
    Prisma.sql`
    SELECT payer.id AS "payerId", verified.sources, verified."faceToFace",
           used.total_minor AS total, used.year_minor AS year, used.day_minor AS day
      FROM (SELECT coalesce(u.person_id, u.id, ${account.customerId}) AS id, u.person_id
              FROM (VALUES (1)) AS account LEFT JOIN users u ON u.id = ${account.userId}) AS payer
     CROSS JOIN LATERAL (
           SELECT count(*) FILTER (WHERE source <> ${FACE_TO_FACE})::int AS sources,
                  count(*) FILTER (WHERE source = ${FACE_TO_FACE}) > 0 AS "faceToFace"
             FROM person_verifications WHERE person_id = payer.person_id) AS verified
     CROSS JOIN LATERAL quota_used(payer.id) AS used`,
    tx,
  );
  const { payerId, total, year, day, ...verified } = present(rows[0], 'the payer');
  return { payerId, verified, used: { total: cny(total), year: cny(year), day: cny(day) } };
}

export type CountAnswer =
  | { refused: null; leftMinor: null }
  | { refused: QuotaRefusal; leftMinor: bigint };

/** Counts, or says what refused and how much was left; the transaction stays usable. */
export async function tryCountQuota(tx: Tx, counted: CountedQuota): Promise<CountAnswer> {
  const rows = await tx.$queryRaw<CountAnswer[]>`
    SELECT refused, left_minor AS "leftMinor" FROM try_count_quota(${JSON.stringify(counted)}::jsonb)`;
  return present(rows[0], 'the answer of try_count_quota');
}

/** Like tryCountQuota, for what releaseQuota may give back. */
export async function tryHoldQuota(
  tx: Tx,
  reference: string,
  counted: CountedQuota,
): Promise<CountAnswer> {
  const rows = await tx.$queryRaw<CountAnswer[]>`
    SELECT refused, left_minor AS "leftMinor"
      FROM try_hold_quota(${reference}, ${JSON.stringify(counted)}::jsonb)`;
  return present(rows[0], 'the answer of try_hold_quota');
}

export async function giveQuotaBack(tx: Tx, reference: string): Promise<void> {
  await tx.$executeRaw`SELECT release_quota(${reference})`;
}

/** What one payer has used up becomes the other's, for good. */
export async function mergeQuota(tx: Tx, from: string, into: string): Promise<void> {
  await tx.$executeRaw`SELECT merge_quota(${from}, ${into})`;
}
