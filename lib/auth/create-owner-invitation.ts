import { recordAudit } from '@/lib/audit/record-audit';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { placeInvitation } from './place-invitation';
import { verifyStaffCode } from './verify-staff-code';

/**
 * The office asks a merchant's owner to join: the first one, or another where nobody of the merchant's can
 * sign in any more. What is answered makes the link.
 *
 * @throws Refusal not_permitted, totp_wrong, totp_needed, too_many_requests, those of placeInvitation
 */
export async function createOwnerInvitation(given: {
  merchantId: string;
  email: string;
  /** Of the authenticator of whoever invites. */
  code: string;
  by: StaffActor;
}): Promise<{ id: string; token: string }> {
  const { merchantId, email, code, by } = given;
  requireMay(by, 'contract.change');
  await verifyStaffCode({ userId: by.id, code });
  return inTransaction(async (tx) => {
    const invitation = { merchantId, email, role: 'owner', actor: by.id } as const;
    const placed = await placeInvitation(tx, invitation);
    await recordAudit(tx, {
      actor: by.id,
      action: 'contract.change',
      subjectType: 'merchant',
      subjectId: merchantId,
      why: 'invite an owner',
      after: { email },
    });
    return placed;
  });
}
