import { db, type Tx } from '@/lib/core/db';
import { readRows } from '@/lib/core/read-rows';
import { Prisma } from '@/prisma/generated/client';

/** Wrong answers in a row that lock a payment password, and for how long. */
export const MOST_FAILURES = 5;
export const LOCK_MINUTES = 30;
/** From so many on, setting a new one is better advice than trying again. */
export const FAILURES_TO_ADVISE = 3;

export interface CustomerRow {
  id: string;
  userId: string | null;
  passwordSet: boolean;
  /** Only while it is locked. */
  lockedUntil: Date | null;
}

/** The customer of that reference; without one, the oldest that the user owns at this merchant. */
export async function selectCustomer(by: {
  merchantId: string;
  reference: string | null;
  userId: string | null;
}): Promise<CustomerRow | undefined> {
  const rows = await readRows<CustomerRow>(
    'customer',
    Prisma.sql`
    SELECT id, user_id AS "userId", payment_password_hash IS NOT NULL AS "passwordSet",
           CASE WHEN password_locked_until > clock_timestamp()
                THEN password_locked_until END AS "lockedUntil"
      FROM customers
     WHERE merchant_id = ${by.merchantId} AND (reference = ${by.reference} OR user_id = ${by.userId})
     ORDER BY reference = ${by.reference} DESC NULLS LAST, created_at, id
     LIMIT 1`,
  );
  return rows[0];
}

export async function selectCustomerById(
  customerId: string,
  tx: Tx,
): Promise<{ merchantId: string; userId: string | null } | undefined> {
  const row = await tx.customer.findUnique({
    where: { id: customerId },
    select: { merchantId: true, userId: true },
  });
  return row ?? undefined;
}

export const selectReferences = (
  ids: readonly string[],
): Promise<{ id: string; merchantId: string; reference: string }[]> =>
  db().customer.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, merchantId: true, reference: true },
  });

/** Which of these references are ids of users: of people whom no merchant has named, and who came signed in. */
export async function selectUserIds(
  references: readonly string[],
  tx: Tx = db(),
): Promise<Set<string>> {
  const ids = references.filter((one) => one.startsWith('usr_'));
  if (ids.length === 0) return new Set();
  const rows = await tx.user.findMany({ where: { id: { in: ids } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** Inserts the customer or gives it its owner, unless it has one already; says whose it is now. */
export async function upsertCustomer(
  tx: Tx,
  customer: { id: string; merchantId: string; reference: string; userId: string | null },
): Promise<{ id: string; userId: string | null } | undefined> {
  const rows = await tx.$queryRaw<{ id: string; userId: string | null }[]>`
    INSERT INTO customers (id, merchant_id, reference, user_id)
    VALUES (${customer.id}, ${customer.merchantId}, ${customer.reference}, ${customer.userId})
    ON CONFLICT (merchant_id, reference)
    DO UPDATE SET user_id = coalesce(customers.user_id, excluded.user_id)
    RETURNING id, user_id AS "userId"`;
  return rows[0];
}

/** What the customer has paid so far counts as its new owner's, over all their accounts. */
export async function mergeCustomerQuota(
  tx: Tx,
  { customerId, userId }: { customerId: string; userId: string },
): Promise<void> {
  await tx.$executeRaw`SELECT merge_quota(${customerId}, ${userId})`;
}

/** Of one customer, or of all that one user owns; answers how many. */
export async function updatePaymentPassword(
  whose: { id: string } | { userId: string },
  paymentPasswordHash: string,
  tx: Tx = db(),
): Promise<number> {
  const changed = await tx.customer.updateMany({
    where: whose,
    data: { paymentPasswordHash, passwordFailures: 0, passwordLockedUntil: null },
  });
  return changed.count;
}

/** True when there was none before: whoever comes second changes nothing. */
export async function insertPaymentPassword(
  tx: Tx,
  customerId: string,
  paymentPasswordHash: string,
): Promise<boolean> {
  const changed = await tx.customer.updateMany({
    where: { id: customerId, paymentPasswordHash: null },
    data: { paymentPasswordHash },
  });
  return changed.count === 1;
}

/** Whatever the user owns, at any merchant, the oldest first. */
export async function selectCustomersOf(
  userId: string,
  tx: Tx = db(),
): Promise<{ id: string; merchantId: string }[]> {
  return tx.customer.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, merchantId: true },
  });
}

/**
 * Takes one of the tries before the password is looked at, so that guesses sent at the same moment
 * cannot share one. The last try locks at once; only a right answer takes that back. A lock that is
 * over starts the count again. Nothing comes back while it is locked or no password is set.
 */
export async function takePasswordTry(
  customerId: string,
  tx: Tx = db(),
): Promise<{ hash: string; failures: number; lockedUntil: Date | null } | undefined> {
  const rows = await tx.$queryRaw<{ hash: string; failures: number; lockedUntil: Date | null }[]>`
    UPDATE customers
       SET password_failures = CASE WHEN password_locked_until IS NULL
             THEN password_failures + 1 ELSE 1 END,
           password_locked_until = CASE
             WHEN password_locked_until IS NULL AND password_failures + 1 >= ${MOST_FAILURES}
             THEN clock_timestamp() + make_interval(mins => ${LOCK_MINUTES}) END
     WHERE id = ${customerId} AND payment_password_hash IS NOT NULL
       AND (password_locked_until IS NULL OR password_locked_until <= clock_timestamp())
    RETURNING payment_password_hash AS hash, password_failures AS failures,
              password_locked_until AS "lockedUntil"`;
  return rows[0];
}

/** After a right answer: as if there had been no wrong one. */
export async function forgiveFailures(customerId: string, tx: Tx = db()): Promise<void> {
  await tx.customer.updateMany({
    where: { id: customerId },
    data: { passwordFailures: 0, passwordLockedUntil: null },
  });
}

/** Why there was no try to take: no password, or a lock and its end (now, where it ends as we look). */
export async function selectPasswordState(
  customerId: string,
  tx: Tx = db(),
): Promise<{ passwordSet: boolean; lockedUntil: Date } | undefined> {
  const rows = await tx.$queryRaw<{ passwordSet: boolean; lockedUntil: Date }[]>`
    SELECT payment_password_hash IS NOT NULL AS "passwordSet",
           coalesce(password_locked_until, clock_timestamp()) AS "lockedUntil"
      FROM customers WHERE id = ${customerId}`;
  return rows[0];
}
