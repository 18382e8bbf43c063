import { db, type Tx } from '@/lib/core/db';
import { readRows } from '@/lib/core/read-rows';
import { Prisma } from '@/prisma/generated/client';
import type { SigningTerms } from './signing-terms';

/** A merchant's live SM2 keys, newest first. */
export const selectLiveSm2Keys = (
  merchantId: string,
  tx: Tx = db(),
): Promise<{ id: string; publicKey: string; createdAt: Date }[]> =>
  tx.sm2Key.findMany({
    where: { merchantId, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, publicKey: true, createdAt: true },
  });

export async function insertSm2Key(
  tx: Tx,
  key: { id: string; merchantId: string; publicKey: string },
): Promise<void> {
  await tx.sm2Key.create({ data: key, select: { id: true } });
}

/** False when the merchant has no such live key. */
export async function markSm2KeyRevoked(
  tx: Tx,
  { merchantId, keyId }: { merchantId: string; keyId: string },
): Promise<boolean> {
  const found = await tx.$executeRaw`
    UPDATE sm2_keys SET revoked_at = now()
     WHERE id = ${keyId} AND merchant_id = ${merchantId} AND revoked_at IS NULL`;
  return found === 1;
}

export async function selectSigningTerms(
  merchantId: string,
  tx: Tx = db(),
): Promise<SigningTerms | undefined> {
  const row = await tx.signingTerms.findUnique({
    where: { merchantId },
    select: { signedRequests: true, sm2Notices: true },
  });
  return row ?? undefined;
}

/** What a shopper's way back is signed with, in one look: who signs, and the newest live link key. */
export async function selectReturnSigner(
  merchantId: string,
): Promise<{ sm2: boolean; keyId: string | null; sealedSecret: Uint8Array | null } | undefined> {
  const [signer] = await readRows<{
    sm2: boolean;
    keyId: string | null;
    sealedSecret: Uint8Array | null;
  }>(
    'return_signer',
    Prisma.sql`
      SELECT coalesce(terms.sm2_notices, false) AS sm2, newest.id AS "keyId",
             newest.sealed_secret AS "sealedSecret"
        FROM merchants
        LEFT JOIN signing_terms terms ON terms.merchant_id = merchants.id
        LEFT JOIN LATERAL (
               SELECT id, sealed_secret FROM link_keys k
                WHERE k.merchant_id = merchants.id AND k.revoked_at IS NULL
                ORDER BY created_at DESC, id DESC LIMIT 1) newest ON true
       WHERE merchants.id = ${merchantId}`,
  );
  return signer;
}

export async function upsertSigningTerms(
  tx: Tx,
  merchantId: string,
  terms: SigningTerms,
): Promise<void> {
  await tx.signingTerms.upsert({
    where: { merchantId },
    create: { merchantId, ...terms },
    update: terms,
    select: { merchantId: true },
  });
}

/**
 * False when this merchant has used it before. What is too old to be believed anyway is swept up on the way, so
 * that no job is needed.
 */
export async function keepNonce(
  merchantId: string,
  nonce: string,
  keepMinutes: number,
): Promise<boolean> {
  const kept = await db().$executeRaw`
    WITH gone AS (
      DELETE FROM request_nonces
       WHERE merchant_id = ${merchantId}
         AND used_at < clock_timestamp() - make_interval(mins => ${keepMinutes}::int)
    )
    INSERT INTO request_nonces (merchant_id, nonce, used_at)
    VALUES (${merchantId}, ${nonce}, clock_timestamp()) ON CONFLICT DO NOTHING`;
  return kept === 1;
}
