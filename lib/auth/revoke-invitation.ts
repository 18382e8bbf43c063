import { Refusal } from '@/lib/core/errors';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { markInvitationWithdrawn } from './invitation-store';
import { insertMemberChange } from './member-store';

/**
 * From its commit on the link opens nothing. Takes no code: it only ever closes a door.
 *
 * @throws Refusal not_permitted, not_found (used, withdrawn before, or another merchant's)
 */
export async function revokeInvitation({
  invitationId,
  by,
}: {
  invitationId: string;
  by: MerchantActor;
}): Promise<void> {
  requireMerchantMay(by, 'member.change');
  const { merchantId } = by;
  await inTransaction(async (tx) => {
    const gone = await markInvitationWithdrawn(tx, { id: invitationId, merchantId });
    if (!gone) throw new Refusal('not_found', { invitationId: invitationId.slice(0, 40) });
    await insertMemberChange(tx, {
      merchantId,
      subject: 'invitation',
      fromValue: `${gone.email} ${gone.merchantRole}`,
      toValue: null,
      actor: by.id,
    });
  });
}
