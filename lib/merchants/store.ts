import { db, type Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { railsAreReal } from '@/lib/core/real-rails';
import { Prisma } from '@/prisma/generated/client';
import type { BalanceContract, Merchant, MerchantMode } from './merchant';

/**
 * Merchants `m`, each as `Merchant` has it: nothing but texts. Where money is real, a merchant for tests has no
 * contract for balances, whatever its row says: no wallet pays it, and no account is opened at the bank for it.
 */
export const merchantRows = () => Prisma.sql`
  SELECT m.id, m.name, m.name_en AS "nameEn", m.accent_color AS "accentColor",
         m.return_origins AS "returnOrigins", m.late_payment_policy::text AS "latePaymentPolicy",
         CASE WHEN ${railsAreReal()} AND m.mode = 'test' THEN 'none' ELSE m.balance_contract::text END
           AS "balanceContract", m.hidden_methods AS "hiddenMethods",
         m.method_order AS "methodOrder",
         l.content_hash AS logo, m.mode::text AS mode,
         (m.mode = 'test' OR m.opened_at IS NOT NULL) AS "isOpen"
    FROM merchants m LEFT JOIN merchant_logos l ON l.merchant_id = m.id`;

export async function findMerchant(
  merchantId: string,
  tx: Tx = db(),
): Promise<Merchant | undefined> {
  const rows = await tx.$queryRaw<Merchant[]>`
    ${merchantRows()} WHERE m.id = ${merchantId}`;
  return rows[0];
}

export const selectMerchantNames = (
  ids: readonly string[],
): Promise<{ id: string; mode: MerchantMode; name: string; nameEn: string }[]> =>
  db().merchant.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, mode: true, name: true, nameEn: true },
  });

export const selectMerchants = (
  limit: number,
): Promise<{ id: string; mode: MerchantMode; name: string; nameEn: string }[]> =>
  db().merchant.findMany({
    orderBy: [{ name: 'asc' }, { mode: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true, mode: true, name: true, nameEn: true },
  });

/** True when it is new; an id that is taken stays as it is. */
export async function insertMerchant(
  tx: Tx,
  merchant: Omit<Merchant, 'logo' | 'isOpen' | 'methodOrder'>,
): Promise<boolean> {
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

/**
 * Locks the merchant's row until the transaction ends: what limits a merchant is counted under it. Rows that
 * name the merchant may still come in, so that who has just inserted one does not wait for another who has.
 */
export async function lockMerchant(tx: Tx, merchantId: string): Promise<void> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT FROM merchants WHERE id = ${merchantId} FOR NO KEY UPDATE`;
  if (rows.length === 0) throw new Refusal('not_found', { merchantId });
}

export async function insertApiKey(
  tx: Tx,
  key: {
    id: string;
    merchantId: string;
    mode: MerchantMode;
    hint: string;
    secretHash: string;
    name: string | null;
    createdBy: string | null;
  },
): Promise<void> {
  await tx.apiKey.create({ data: key, select: { id: true } });
}

export async function findLiveApiKey(
  secretHash: string,
  mode: MerchantMode,
): Promise<{ id: string; merchantId: string; apiVersion: string; useIsOld: boolean } | undefined> {
  const rows = await db().$queryRaw<
    { id: string; merchantId: string; apiVersion: string; useIsOld: boolean }[]
  >`
    SELECT id, merchant_id AS "merchantId", api_version AS "apiVersion",
           coalesce(last_used_at < clock_timestamp() - interval '5 minutes', true) AS "useIsOld"
      FROM api_keys
     WHERE secret_hash = ${secretHash} AND mode = ${mode}::merchant_mode AND revoked_at IS NULL`;
  return rows[0];
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
  key: { id: string; merchantId: string; sealedSecret: Uint8Array; createdBy: string | null },
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
  endpoint: {
    id: string;
    merchantId: string;
    url: string;
    topics: string[];
    sealedSecret: Uint8Array;
  },
): Promise<void> {
  const sealedSecret = new Uint8Array(endpoint.sealedSecret);
  await tx.webhookEndpoint.create({ data: { ...endpoint, sealedSecret }, select: { id: true } });
}

export async function readLiveEndpoints(
  merchantId: string,
  tx: Tx = db(),
): Promise<{ id: string; url: string; topics: string[] }[]> {
  return tx.webhookEndpoint.findMany({
    where: { merchantId, disabledAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, url: true, topics: true },
  });
}
