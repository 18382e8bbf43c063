import { Refusal } from '@/lib/core/errors';
import {
  type MerchantActor,
  type MerchantRole,
  requireMerchantMay,
} from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { isOwnerNow } from './member-store';
import { placeInvitation } from './place-invitation';
import { verifyMemberCode } from './verify-member-code';

/**
 * An owner asks somebody to join the merchant; what is answered makes the link that the owner hands on.
 *
 * @throws Refusal not_permitted, totp_wrong, totp_needed, too_many_requests, those of placeInvitation
 */
export async function createInvitation(given: {
  email: string;
  role: MerchantRole;
  /** Of the authenticator of whoever invites. */
  code: string;
  by: MerchantActor;
}): Promise<{ id: string; token: string }> {
  const { email, role, code, by } = given;
  requireMerchantMay(by, 'member.change');
  await verifyMemberCode({ userId: by.id, code });
  const { merchantId, id: actor } = by;
  return inTransaction(async (tx) => {
    const placed = await placeInvitation(tx, { merchantId, email, role, actor });
    // Under its lock: somebody may have taken the role away since the request came.
    if (!(await isOwnerNow(tx, { merchantId, userId: actor }))) throw new Refusal('not_permitted');
    return placed;
  });
}
