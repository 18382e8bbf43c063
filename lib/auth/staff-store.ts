import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import type { StaffRole } from '@/lib/core/staff-permissions';
import { mailboxOf } from './rules';
import type { StaffMember } from './staff-member';

/** How long nobody who was added, given another role or a new authenticator approves anything. */
const CHECKS_AFTER_HOURS = 24;

const MEMBER = {
  id: true,
  displayName: true,
  email: true,
  staffRole: true,
  totpItemId: true,
  createdAt: true,
  lastSignInAt: true,
  checksFrom: true,
  disabledAt: true,
} as const;

type Row = Omit<StaffMember, 'email' | 'staffRole' | 'hasAuthenticator'> & {
  email: string | null;
  staffRole: StaffRole | null;
  totpItemId: string | null;
};

export type KeptMember = StaffMember & { totpItemId: string | null };

const toMember = ({ email, staffRole, ...row }: Row): KeptMember => ({
  ...row,
  email: email ?? '',
  staffRole: present(staffRole, `the role of ${row.id}`),
  hasAuthenticator: row.totpItemId !== null,
});

export async function selectMembers(tx: Tx = db()): Promise<KeptMember[]> {
  const rows = await tx.user.findMany({
    where: { role: 'office' },
    select: MEMBER,
    orderBy: [{ staffRole: 'asc' }, { displayName: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toMember);
}

export async function selectMember(id: string, tx: Tx = db()): Promise<KeptMember | undefined> {
  const row = await tx.user.findFirst({ where: { id, role: 'office' }, select: MEMBER });
  return row ? toMember(row) : undefined;
}

/** One change of the staff at a time: whether an administrator stays is asked of all of them. */
export async function lockStaff(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('staff'))`;
}

/** Administrators who can sign in. */
export const countAdmins = (tx: Tx): Promise<number> =>
  tx.user.count({ where: { staffRole: 'admin', disabledAt: null } });

/** Has the office somebody already whose codes and passwords come into that mailbox? Under lockStaff. */
export async function hasMailbox(tx: Tx, email: string): Promise<boolean> {
  const rows = await tx.user.findMany({
    where: { role: 'office', email: { not: null } },
    select: { email: true },
  });
  const mailbox = mailboxOf(email);
  return rows.some((row) => mailboxOf(row.email ?? '') === mailbox);
}

/** False when the address has an account already. */
export async function insertMember(
  tx: Tx,
  member: {
    id: string;
    displayName: string;
    email: string;
    staffRole: StaffRole;
    passwordHash: string;
  },
): Promise<boolean> {
  const { count } = await tx.user.createMany({
    data: [{ ...member, role: 'office' }],
    skipDuplicates: true,
  });
  if (count === 1) await startChecksLater(tx, member.id);
  return count === 1;
}

/** Another role; the same one changes nothing. */
export async function updateRole(tx: Tx, id: string, staffRole: StaffRole): Promise<void> {
  const { count } = await tx.user.updateMany({
    where: { id, staffRole: { not: staffRole } },
    data: { staffRole },
  });
  if (count === 1) await startChecksLater(tx, id);
}

/** From now on and for a day, they agree to nothing that others propose. */
async function startChecksLater(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE users SET checks_from = clock_timestamp() + make_interval(hours => ${CHECKS_AFTER_HOURS})
     WHERE id = ${id}`;
}

/** Since when somebody may agree, and whether that is still to come; undefined for nobody of the office. */
export async function selectChecksFrom(
  id: string,
): Promise<{ checksFrom: Date | null; isTooNew: boolean } | undefined> {
  const rows = await db().$queryRaw<{ checksFrom: Date | null; isTooNew: boolean }[]>`
    SELECT checks_from AS "checksFrom",
           coalesce(checks_from > clock_timestamp(), false) AS "isTooNew"
      FROM users WHERE id = ${id} AND role = 'office'`;
  return rows[0];
}

export async function disableMember(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE users SET disabled_at = clock_timestamp(), token_version = token_version + 1
     WHERE id = ${id} AND disabled_at IS NULL`;
}

export async function enableMember(tx: Tx, id: string): Promise<void> {
  await tx.user.update({ where: { id }, data: { disabledAt: null }, select: { id: true } });
}

/** The next sign-in sets up another one; whoever is signed in is so no longer. */
export async function clearTotp(tx: Tx, id: string): Promise<void> {
  await tx.user.update({
    where: { id },
    data: { totpItemId: null, totpStep: null, tokenVersion: { increment: 1 } },
    select: { id: true },
  });
  await startChecksLater(tx, id);
}

export async function updatePasswordHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.user.update({ where: { id }, data: { passwordHash }, select: { id: true } });
}
