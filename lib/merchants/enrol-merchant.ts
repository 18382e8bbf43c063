import { recordAudit } from '@/lib/audit/record-audit';
import { placeInvitation } from '@/lib/auth/place-invitation';
import { verifyStaffCode } from '@/lib/auth/verify-staff-code';
import { newId } from '@/lib/core/ids';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { merchantSchema } from './schema';
import { insertMerchant } from './store';

const ACCENT = '#1d4ed8';

/**
 * The office takes a merchant on: its row for tests, with nothing agreed yet, and the link by which its first owner
 * joins, in one commit. The token makes that link and is shown this once.
 *
 * @throws Refusal not_permitted, those of verifyStaffCode, member_email_taken
 */
export async function enrolMerchant({
  name,
  nameEn,
  email,
  code,
  by,
}: {
  name: string;
  nameEn: string;
  /** Of the owner. */
  email: string;
  /** Of the authenticator of whoever does it. */
  code: string;
  by: StaffActor;
}): Promise<{ id: string; token: string }> {
  requireMay(by, 'contract.change');
  await verifyStaffCode({ userId: by.id, code });
  const merchant = merchantSchema.parse({
    ...{ id: newId('mer'), mode: 'test', name, nameEn, accentColor: ACCENT, returnOrigins: [] },
    ...{ latePaymentPolicy: 'refund', balanceContract: 'none', hiddenMethods: [] },
  });
  const { id } = merchant;
  return inTransaction(async (tx) => {
    await insertMerchant(tx, merchant);
    const invitation = { merchantId: id, email, role: 'owner', actor: by.id } as const;
    const { token } = await placeInvitation(tx, invitation);
    await recordAudit(tx, {
      actor: by.id,
      action: 'contract.change',
      subjectType: 'merchant',
      subjectId: id,
      why: 'a new merchant',
      after: { name, nameEn, email },
    });
    return { id, token };
  });
}
