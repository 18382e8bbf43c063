import { recordAudit } from '@/lib/audit/record-audit';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { requireMay, type StaffActor, type StaffRole } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { oneTimePassword } from './one-time-password';
import { hasMailbox, insertMember, lockStaff } from './staff-store';
import { verifyStaffCode } from './verify-staff-code';

/**
 * Adds a member of the office. The password is shown this once, and good until the member sets up an
 * authenticator with it, and with it a password of their own.
 *
 * @throws Refusal not_permitted, totp_wrong, totp_needed, too_many_requests, staff_email_taken
 */
export async function createStaff(given: {
  email: string;
  displayName: string;
  role: StaffRole;
  code: string;
  by: StaffActor;
}): Promise<{ userId: string; password: string }> {
  const { email, displayName, role: staffRole, code, by } = given;
  requireMay(by, 'staff.change');
  await verifyStaffCode({ userId: by.id, code });
  const id = newId('usr');
  const { password, passwordHash } = await oneTimePassword();
  await inTransaction(async (tx) => {
    const member = { id, email, displayName, staffRole, passwordHash };
    await lockStaff(tx);
    // One mailbox is one person: no second pair of eyes.
    const isTaken = (await hasMailbox(tx, email)) || !(await insertMember(tx, member));
    if (isTaken) throw new Refusal('staff_email_taken');
    await recordAudit(tx, {
      actor: by.id,
      action: 'staff.change',
      subjectType: 'user',
      subjectId: id,
      why: 'add',
      after: { role: staffRole, email },
    });
  });
  return { userId: id, password };
}
