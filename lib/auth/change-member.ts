import type { AuditFacts } from '@/lib/audit/audit';
import { recordAudit } from '@/lib/audit/record-audit';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { countAdmins, type KeptMember, lockStaff, selectMember } from './staff-store';
import { verifyStaffCode } from './verify-staff-code';

export interface MemberChange {
  userId: string;
  /** Of the authenticator of whoever does it. */
  code: string;
  by: StaffActor;
}

/**
 * One change of a member by an administrator, who shows their authenticator for it: never of themselves,
 * and never so that nobody is left to change anything.
 *
 * @throws Refusal not_permitted, totp_wrong, totp_needed, too_many_requests, not_found,
 *   staff_own_account, staff_last_admin
 */
export async function changeMember(
  { userId, code, by }: MemberChange,
  change: (
    tx: Tx,
    member: KeptMember,
  ) => Promise<{ what: string; before?: AuditFacts; after?: AuditFacts }>,
): Promise<void> {
  requireMay(by, 'staff.change');
  await verifyStaffCode({ userId: by.id, code });
  await inTransaction(async (tx) => {
    await lockStaff(tx);
    const member = await selectMember(userId, tx);
    if (!member) throw new Refusal('not_found', { userId: userId.slice(0, 40) });
    if (userId === by.id) throw new Refusal('staff_own_account', { userId });
    const { what, before, after } = await change(tx, member);
    if ((await countAdmins(tx)) === 0) throw new Refusal('staff_last_admin', { userId });
    await recordAudit(tx, {
      actor: by.id,
      action: 'staff.change',
      subjectType: 'user',
      subjectId: userId,
      why: what,
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
    });
  });
}
