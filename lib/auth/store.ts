import { RateLimiterPrisma } from 'rate-limiter-flexible';
import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import type { MerchantRole } from '@/lib/core/merchant-permissions';
import type { StaffRole } from '@/lib/core/staff-permissions';
import type { Role } from './rules';

/** Wrong answers that a code survives, and for how long it can be used. */
export const MOST_TRIES = 5;
export const CODE_MINUTES = 5;

export interface UserRow {
  id: string;
  role: Role;
  displayName: string;
  phoneMasked: string | null;
  merchantId: string | null;
  staffRole: StaffRole | null;
  merchantRole: MerchantRole | null;
  tokenVersion: number;
}

const USER = {
  id: true,
  role: true,
  displayName: true,
  phoneMasked: true,
  merchantId: true,
  staffRole: true,
  merchantRole: true,
  tokenVersion: true,
} as const;

export const selectUser = (userId: string, tx: Tx = db()): Promise<UserRow | null> =>
  tx.user.findUnique({ where: { id: userId }, select: USER });

export const selectUserNames = (
  ids: readonly string[],
): Promise<{ id: string; displayName: string; merchantId: string | null }[]> =>
  db().user.findMany({
    where: { id: { in: [...ids] }, role: { not: 'shopper' } },
    select: { id: true, displayName: true, merchantId: true },
  });

/** The user of a session, unless it was ended by raising the version, or the user may no longer sign in. */
export const selectSessionUser = (
  session: { userId: string; tokenVersion: number },
  tx: Tx = db(),
): Promise<UserRow | null> =>
  tx.user.findFirst({
    where: { id: session.userId, tokenVersion: session.tokenVersion, disabledAt: null },
    select: USER,
  });

export const hasPhoneHash = async (id: string, phoneHash: string): Promise<boolean> =>
  (await db().user.count({ where: { id, phoneHash } })) === 1;

/** A merchant's or office user with the password's hash; shoppers have no password. */
export const selectStaff = (
  email: string,
  tx: Tx = db(),
): Promise<(UserRow & { passwordHash: string | null }) | null> =>
  tx.user.findFirst({
    where: { email, role: { in: ['merchant', 'office'] }, disabledAt: null },
    select: { ...USER, passwordHash: true },
  });

export async function selectPasswordHash(userId: string): Promise<string | null> {
  const row = await db().user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  return row?.passwordHash ?? null;
}

/** The shopper of a proved phone, made on the first sign-in. */
export async function ensureShopper(
  tx: Tx,
  shopper: { id: string; phoneHash: string; phoneMasked: string },
): Promise<UserRow> {
  await tx.user.createMany({
    data: [{ ...shopper, role: 'shopper', displayName: shopper.phoneMasked }],
    skipDuplicates: true,
  });
  return tx.user.findUniqueOrThrow({ where: { phoneHash: shopper.phoneHash }, select: USER });
}

/** The vault item of the user's phone, with the user's row locked until the transaction ends. */
export async function lockPhoneItem(tx: Tx, userId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ phoneItemId: string | null }[]>`
    SELECT phone_item_id AS "phoneItemId" FROM users WHERE id = ${userId} FOR UPDATE`;
  return present(rows[0], `user ${userId}`).phoneItemId;
}

export async function updatePhoneItem(
  tx: Tx,
  { userId, phoneItemId }: { userId: string; phoneItemId: string },
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { phoneItemId }, select: { id: true } });
}

/** False when the user is another person already. */
export async function updatePerson(
  tx: Tx,
  { userId, personId }: { userId: string; personId: string },
): Promise<boolean> {
  const where = { id: userId, OR: [{ personId: null }, { personId }] };
  return (await tx.user.updateMany({ where, data: { personId } })).count === 1;
}

/** Ends every session of the user: their tokens carry an older version. */
export async function raiseTokenVersion(userId: string, tx: Tx = db()): Promise<void> {
  await tx.user.updateMany({ where: { id: userId }, data: { tokenVersion: { increment: 1 } } });
}

/** Puts the new code in the place of whatever the phone had: one live code per phone. */
export async function replaceCode(
  tx: Tx,
  code: { id: string; phoneHash: string; codeHash: string },
): Promise<void> {
  // Two requests at once would each delete what is there and both insert.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${code.phoneHash}, 0))`;
  await tx.signInCode.deleteMany({ where: { phoneHash: code.phoneHash } });
  await tx.$executeRaw`
    INSERT INTO sign_in_codes (id, phone_hash, code_hash, expires_at)
    VALUES (${code.id}, ${code.phoneHash}, ${code.codeHash},
            clock_timestamp() + make_interval(mins => ${CODE_MINUTES}))`;
}

/** Takes one of the live code's tries before the answer is looked at. */
export async function takeCodeTry(
  phoneHash: string,
  tx: Tx = db(),
): Promise<{ id: string; codeHash: string } | undefined> {
  const rows = await tx.$queryRaw<{ id: string; codeHash: string }[]>`
    UPDATE sign_in_codes SET tries = tries + 1
     WHERE phone_hash = ${phoneHash} AND consumed_at IS NULL AND tries < ${MOST_TRIES}
       AND expires_at > clock_timestamp()
    RETURNING id, code_hash AS "codeHash"`;
  return rows[0];
}

/** True for exactly one caller. */
export async function consumeCode(tx: Tx, id: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE sign_in_codes SET consumed_at = clock_timestamp()
     WHERE id = ${id} AND consumed_at IS NULL`;
  return changed === 1;
}

const limiters = new Map<string, RateLimiterPrisma>();

// Looked up at each use: a test's connections come and go.
const counters = {
  get rateLimit() {
    return db().rateLimit;
  },
};

/**
 * A counter per key in rate_limits. The library increments in one statement (INSERT … ON CONFLICT),
 * so that requests at the same moment are all counted, by any number of processes.
 */
export function limiter(name: string, points: number, seconds: number): RateLimiterPrisma {
  const known = limiters.get(name);
  if (known) return known;
  const made = new RateLimiterPrisma({
    storeClient: counters,
    tableName: 'rateLimit',
    keyPrefix: name,
    points,
    duration: seconds,
  });
  limiters.set(name, made);
  return made;
}

/** False when the user is not of the first merchant. */
export async function moveToMerchant(
  tx: Tx,
  { userId, from, to }: { userId: string; from: string; to: string },
): Promise<boolean> {
  const where = { id: userId, role: 'merchant', merchantId: from } as const;
  return (await tx.user.updateMany({ where, data: { merchantId: to } })).count === 1;
}
