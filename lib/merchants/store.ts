import { db, type Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import type { BalanceContract, Merchant } from './merchant';

const MERCHANT = {
  id: true,
  name: true,
  nameEn: true,
  accentColor: true,
  returnOrigins: true,
  latePaymentPolicy: true,
  balanceContract: true,
  hiddenMethods: true,
} as const;

export async function findMerchant(
  merchantId: string,
  tx: Tx = db(),
): Promise<Merchant | undefined> {
  const row = await tx.merchant.findUnique({ where: { id: merchantId }, select: MERCHANT });
  return row ?? undefined;
}

export const selectMerchantNames = (
  ids: readonly string[],
): Promise<{ id: string; name: string; nameEn: string }[]> =>
  db().merchant.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, nameEn: true },
  });

export const selectMerchants = (
  limit: number,
): Promise<{ id: string; name: string; nameEn: string }[]> =>
  db().merchant.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true, name: true, nameEn: true },
  });

/** True when it is new; an id that is taken stays as it is. */
export async function insertMerchant(tx: Tx, merchant: Merchant): Promise<boolean> {
  return (await tx.merchant.createMany({ data: [merchant], skipDuplicates: true })).count === 1;
}

/** False when there is no such merchant. */
export async function updateReturnOrigins(
  tx: Tx,
  merchantId: string,
  returnOrigins: string[],
): Promise<boolean> {
  const where = { id: merchantId };
  return (await tx.merchant.updateMany({ where, data: { returnOrigins } })).count === 1;
}

/** False when there is no such merchant. */
export async function updateBalanceContract(
  tx: Tx,
  merchantId: string,
  balanceContract: BalanceContract,
): Promise<boolean> {
  const where = { id: merchantId };
  return (await tx.merchant.updateMany({ where, data: { balanceContract } })).count === 1;
}

/** Locks the merchant's row until the transaction ends: what limits a merchant is counted under it. */
export async function lockMerchant(tx: Tx, merchantId: string): Promise<void> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT FROM merchants WHERE id = ${merchantId} FOR UPDATE`;
  if (rows.length === 0) throw new Refusal('not_found', { merchantId });
}

export async function insertApiKey(
  tx: Tx,
  key: { id: string; merchantId: string; hint: string; secretHash: string },
): Promise<void> {
  await tx.apiKey.create({ data: key, select: { id: true } });
}

export async function findLiveApiKey(
  secretHash: string,
): Promise<{ id: string; merchantId: string } | undefined> {
  const row = await db().apiKey.findFirst({
    where: { secretHash, revokedAt: null },
    select: { id: true, merchantId: true },
  });
  return row ?? undefined;
}

/** A merchant's live API keys, oldest first; the hint is all that is left of the secret. */
export const readLiveApiKeys = (
  merchantId: string,
  tx: Tx = db(),
): Promise<{ id: string; hint: string }[]> =>
  tx.apiKey.findMany({
    where: { merchantId, revokedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, hint: true },
  });

/** False when the merchant has no such key. A key revoked before keeps its first time. */
export async function markApiKeyRevoked(
  tx: Tx,
  { merchantId, keyId }: { merchantId: string; keyId: string },
): Promise<boolean> {
  const found = await tx.$executeRaw`
    UPDATE api_keys SET revoked_at = coalesce(revoked_at, now())
     WHERE id = ${keyId} AND merchant_id = ${merchantId}`;
  return found === 1;
}

export const countLiveLinkKeys = (tx: Tx, merchantId: string): Promise<number> =>
  tx.linkKey.count({ where: { merchantId, revokedAt: null } });

export async function insertLinkKey(
  tx: Tx,
  key: { id: string; merchantId: string; sealedSecret: Uint8Array },
): Promise<void> {
  const sealedSecret = new Uint8Array(key.sealedSecret);
  await tx.linkKey.create({ data: { ...key, sealedSecret }, select: { id: true } });
}

/** A merchant's live link keys, newest first. */
export async function readLiveLinkKeys(
  merchantId: string,
  tx: Tx = db(),
): Promise<{ id: string; sealedSecret: Uint8Array }[]> {
  return tx.linkKey.findMany({
    where: { merchantId, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, sealedSecret: true },
  });
}

export async function markLinkKeyRevoked(
  tx: Tx,
  { merchantId, keyId }: { merchantId: string; keyId: string },
): Promise<boolean> {
  const found = await tx.$executeRaw`
    UPDATE link_keys SET revoked_at = coalesce(revoked_at, now())
     WHERE id = ${keyId} AND merchant_id = ${merchantId}`;
  return found === 1;
}

export async function insertWebhookEndpoint(
  tx: Tx,
  endpoint: { id: string; merchantId: string; url: string; sealedSecret: Uint8Array },
): Promise<void> {
  const sealedSecret = new Uint8Array(endpoint.sealedSecret);
  await tx.webhookEndpoint.create({ data: { ...endpoint, sealedSecret }, select: { id: true } });
}

export async function readLiveEndpoints(
  merchantId: string,
  tx: Tx = db(),
): Promise<{ id: string; url: string }[]> {
  return tx.webhookEndpoint.findMany({
    where: { merchantId, disabledAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, url: true },
  });
}

export async function findEndpoint(
  endpointId: string,
): Promise<{ merchantId: string; url: string; sealedSecret: Uint8Array } | undefined> {
  const row = await db().webhookEndpoint.findUnique({
    where: { id: endpointId },
    select: { merchantId: true, url: true, sealedSecret: true },
  });
  return row ?? undefined;
}

export async function markEndpointDisabled(tx: Tx, endpointId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_endpoints SET disabled_at = coalesce(disabled_at, now())
     WHERE id = ${endpointId}`;
}

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

export async function findAnswer(
  tx: Tx,
  { merchantId, key }: { merchantId: string; key: string },
): Promise<StoredAnswer | undefined> {
  const rows = await tx.$queryRaw<StoredAnswer[]>`
    SELECT input_hash AS "inputHash", status, answer FROM idempotency_keys
     WHERE merchant_id = ${merchantId} AND key = ${key} AND expires_at > clock_timestamp()`;
  return rows[0];
}

/** Keeps the answer for `keepHours`; one that is past its time gives way to it. */
export async function keepAnswer(
  tx: Tx,
  kept: StoredAnswer & { merchantId: string; key: string; keepHours: number },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO idempotency_keys (merchant_id, key, input_hash, status, answer, created_at, expires_at)
    VALUES (${kept.merchantId}, ${kept.key}, ${kept.inputHash}, ${kept.status}, ${kept.answer},
            now(), now() + make_interval(hours => ${kept.keepHours}::int))
    ON CONFLICT (merchant_id, key) DO UPDATE SET input_hash = excluded.input_hash,
      status = excluded.status, answer = excluded.answer,
      created_at = excluded.created_at, expires_at = excluded.expires_at`;
}
