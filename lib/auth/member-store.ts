import { db, type Tx } from '@/lib/core/db';
import type { MerchantRole } from '@/lib/core/merchant-permissions';
import { Prisma } from '@/prisma/generated/client';
import type { Member } from './member';

type Row = Omit<Member, 'hasAuthenticator'> & { totpItemId: string | null };
export type KeptColleague = Member & { totpItemId: string | null };

/** A merchant for tests and its live twin have their members in common. */
export const pairOf = (merchantId: string) => Prisma.sql`
  (SELECT pair.id FROM merchants pair, merchants one
    WHERE one.id = ${merchantId}
      AND (pair.id = one.id OR pair.id = one.twin_id OR pair.twin_id = one.id))`;

const MEMBERS = Prisma.sql`
  SELECT id, display_name AS "displayName", email, merchant_role::text AS "merchantRole",
         totp_item_id AS "totpItemId", created_at AS "createdAt",
         last_sign_in_at AS "lastSignInAt", disabled_at AS "disabledAt"
    FROM users`;

const toMember = (row: Row): KeptColleague => ({
  ...row,
  hasAuthenticator: row.totpItemId !== null,
});

export async function selectMembersOf(merchantId: string, tx: Tx = db()): Promise<KeptColleague[]> {
  const rows = await tx.$queryRaw<Row[]>`
    ${MEMBERS} WHERE role = 'merchant' AND merchant_id IN ${pairOf(merchantId)}
     ORDER BY merchant_role, display_name, id`;
  return rows.map(toMember);
}

/** Undefined for nobody of this merchant. */
export async function selectMemberOf(
  { merchantId, userId }: { merchantId: string; userId: string },
  tx: Tx = db(),
): Promise<KeptColleague | undefined> {
  const rows = await tx.$queryRaw<Row[]>`
    ${MEMBERS} WHERE id = ${userId} AND role = 'merchant' AND merchant_id IN ${pairOf(merchantId)}`;
  return rows[0] && toMember(rows[0]);
}

/**
 * One change of a merchant's members at a time: whoever makes it is asked again whether they may. False when
 * there is no such merchant; the platform is none.
 */
export async function lockMembers(tx: Tx, merchantId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT FROM merchants WHERE id IN ${pairOf(merchantId)} AND id <> 'platform'
     ORDER BY id FOR NO KEY UPDATE`;
  return rows.length > 0;
}

/** Is this an owner of the merchant who can sign in? Asked under the lock: it may have changed since the request came. */
export async function isOwnerNow(
  tx: Tx,
  { merchantId, userId }: { merchantId: string; userId: string },
): Promise<boolean> {
  const found = await selectMemberOf({ merchantId, userId }, tx);
  return found?.merchantRole === 'owner' && found.disabledAt === null;
}

/** Members who can sign in, and invitations that are open. */
export async function countSeats(tx: Tx, merchantId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ n: number }[]>`
    SELECT (SELECT count(*) FROM users WHERE role = 'merchant' AND disabled_at IS NULL
               AND merchant_id IN ${pairOf(merchantId)})::int
         + (SELECT count(*) FROM member_invitations
             WHERE merchant_id IN ${pairOf(merchantId)} AND accepted_at IS NULL
               AND withdrawn_at IS NULL AND expires_at > clock_timestamp())::int AS n`;
  return rows[0]?.n ?? 0;
}

export async function isEmailTaken(email: string, tx: Tx = db()): Promise<boolean> {
  return (await tx.user.count({ where: { email } })) > 0;
}

/** False when the address has an account already. */
export async function insertMerchantMember(
  tx: Tx,
  member: {
    id: string;
    merchantId: string;
    displayName: string;
    email: string;
    merchantRole: MerchantRole;
    passwordHash: string;
  },
): Promise<boolean> {
  const { count } = await tx.user.createMany({
    data: [{ ...member, role: 'merchant' }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function updateMerchantRole(
  tx: Tx,
  id: string,
  merchantRole: MerchantRole,
): Promise<void> {
  await tx.user.update({ where: { id }, data: { merchantRole }, select: { id: true } });
}

/** Sets an authenticator up. False when there is one by now, or who asks is shut out. */
export async function insertMemberTotp(
  tx: Tx,
  given: { userId: string; tokenVersion: number; itemId: string; step: bigint },
): Promise<boolean> {
  const { userId, tokenVersion, itemId, step } = given;
  const changed = await tx.user.updateMany({
    where: { id: userId, tokenVersion, role: 'merchant', totpItemId: null, disabledAt: null },
    data: { totpItemId: itemId, totpStep: step, tokenVersion: { increment: 1 } },
  });
  return changed.count === 1;
}

/** The next sign-in sets up another one; whoever is signed in is so no longer. */
export async function clearMemberTotp(tx: Tx, id: string): Promise<void> {
  await tx.user.update({
    where: { id },
    data: { totpItemId: null, totpStep: null, tokenVersion: { increment: 1 } },
    select: { id: true },
  });
}

/** A row of the merchant's changes, which `merchants` keeps and shows; never changed afterwards. */
export async function insertMemberChange(
  tx: Tx,
  change: {
    merchantId: string;
    subject: 'member' | 'invitation';
    fromValue: string | null;
    toValue: string | null;
    actor: string;
  },
): Promise<void> {
  await tx.merchantChange.create({ data: change, select: { id: true } });
}
