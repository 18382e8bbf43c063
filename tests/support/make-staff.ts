import { newTotpSecret, totpCode } from '@/lib/auth/totp';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import type { StaffActor, StaffRole } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { keepItem } from '@/lib/vault/keep-item';
import { openItem } from '@/lib/vault/open-item';

/** A member of the office with an authenticator, whom no other test uses. */
export async function makeStaff(
  role: StaffRole,
): Promise<StaffActor & { displayName: string; email: string }> {
  const id = newId('usr');
  const displayName = `Test ${role} ${id.slice(-6)}`;
  const email = `${id}@staff.test`;
  await inTransaction(async (tx) => {
    const totpItemId = await keepItem(tx, { purpose: 'staff_totp', plain: newTotpSecret() });
    await tx.user.create({
      data: { id, role: 'office', staffRole: role, displayName, email, totpItemId },
      select: { id: true },
    });
  });
  return { id, staffRole: role, displayName, email };
}

/** Somebody new of the office with a code of theirs, as use cases that move money take them; for one call. */
export async function staffWithCode(role: StaffRole): Promise<{ by: StaffActor; code: string }> {
  const { id, staffRole } = await makeStaff(role);
  return { by: { id, staffRole }, code: await staffCode(id) };
}

/** The next code of a member's authenticator: as if half a minute had passed since the last one. */
export async function staffCode(userId: string): Promise<string> {
  const { totpItemId } = await db().user.update({
    where: { id: userId },
    data: { totpStep: null },
    select: { totpItemId: true },
  });
  if (totpItemId === null) throw new Error(`${userId} has no authenticator`);
  const secret = await openItem({ itemId: totpItemId, actor: 'test', purpose: 'staff_totp' });
  return totpCode(secret, new Date());
}
