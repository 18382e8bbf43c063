import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { selectInvitations } from './invitation-store';
import type { Invitation, Member } from './member';
import { selectMembersOf } from './member-store';

/**
 * Everybody of the merchant, by role and name, those who can't sign in any more included; and who was asked
 * to join and has not answered.
 *
 * @throws Refusal not_permitted
 */
export async function listMembers({
  by,
}: {
  by: MerchantActor;
}): Promise<{ members: Member[]; invitations: Invitation[] }> {
  requireMerchantMay(by, 'member.read');
  const [members, invitations] = await Promise.all([
    selectMembersOf(by.merchantId),
    selectInvitations(by.merchantId),
  ]);
  return { members: members.map(({ totpItemId: _, ...member }) => member), invitations };
}
