import { keyedHash } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { hashPassword } from '@/lib/core/password';
import { inTransaction } from '@/lib/core/unit-of-work';
import { spendBudget } from './budgets';
import { isInvitationToken } from './invitation-rules';
import { markInvitationAccepted, selectOpenInvitation } from './invitation-store';
import { insertMemberChange, insertMerchantMember } from './member-store';
import type { PendingStaff } from './pending-staff';
import { newTotpSecret } from './totp';

/**
 * Whoever has the link joins the merchant, under their own name and password. Nobody is signed in by that:
 * as with every sign-in, an authenticator comes next, and what is answered leads there.
 *
 * @throws Refusal invitation_over, member_email_taken (meanwhile), too_many_requests
 */
export async function acceptInvitation(given: {
  token: string;
  displayName: string;
  password: string;
  address: string;
}): Promise<PendingStaff> {
  const { token, displayName, password, address } = given;
  await spendBudget('staff-address', address);
  if (!isInvitationToken(token)) throw new Refusal('invitation_over');
  const passwordHash = await hashPassword(password);
  const tokenHash = keyedHash('member-invitation', token);
  const userId = newId('usr');
  const email = await inTransaction(async (tx) => {
    const invitation = await selectOpenInvitation(tokenHash, tx);
    if (!invitation) throw new Refusal('invitation_over');
    const { id, ...member } = invitation;
    if (!(await insertMerchantMember(tx, { ...member, id: userId, displayName, passwordHash }))) {
      throw new Refusal('member_email_taken');
    }
    // Two who press at once: one of them is undone.
    if (!(await markInvitationAccepted(tx, { id, userId }))) throw new Refusal('invitation_over');
    await insertMemberChange(tx, {
      merchantId: member.merchantId,
      subject: 'member',
      fromValue: null,
      toValue: `${member.email} ${member.merchantRole}`,
      actor: userId,
    });
    return member.email;
  });
  return { userId, email, role: 'merchant', tokenVersion: 0, secret: newTotpSecret() };
}
