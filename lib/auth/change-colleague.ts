import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { markInvitationsOfWithdrawn } from './invitation-store';
import {
  insertMemberChange,
  isOwnerNow,
  type KeptColleague,
  lockMembers,
  selectMemberOf,
} from './member-store';
import { verifyMemberCode } from './verify-member-code';

export interface ColleagueChange {
  userId: string;
  /** Of the authenticator of whoever does it. */
  code: string;
  by: MerchantActor;
}

/**
 * One change of a merchant's member by an owner, who shows their authenticator for it: never of themselves,
 * so that an owner is left. One who is none any more when their turn comes changes nothing, and the open
 * invitations of one who ceases to be end with it: whoever has their links stays outside. What it was and what
 * it is are on record.
 *
 * @throws Refusal not_permitted, totp_wrong, totp_needed, too_many_requests, not_found (another merchant's,
 *   too), member_own_account
 */
export async function changeColleague(
  { userId, code, by }: ColleagueChange,
  change: (tx: Tx, member: KeptColleague) => Promise<{ from: string | null; to: string }>,
): Promise<void> {
  requireMerchantMay(by, 'member.change');
  await verifyMemberCode({ userId: by.id, code });
  const { merchantId } = by;
  await inTransaction(async (tx) => {
    await lockMembers(tx, merchantId);
    if (!(await isOwnerNow(tx, { merchantId, userId: by.id }))) throw new Refusal('not_permitted');
    const member = await selectMemberOf({ merchantId, userId }, tx);
    if (!member) throw new Refusal('not_found', { userId: userId.slice(0, 40) });
    if (userId === by.id) throw new Refusal('member_own_account', { userId });
    const { from, to } = await change(tx, member);
    if (!(await isOwnerNow(tx, { merchantId, userId }))) {
      await withdrawInvitationsOf(tx, { merchantId, userId, by });
    }
    await insertMemberChange(tx, {
      merchantId,
      subject: 'member',
      fromValue: from && `${member.email} ${from}`,
      toValue: `${member.email} ${to}`,
      actor: by.id,
    });
  });
}

/** The links that somebody made who may make none any more. */
async function withdrawInvitationsOf(
  tx: Tx,
  { merchantId, userId, by }: { merchantId: string; userId: string; by: MerchantActor },
): Promise<void> {
  const gone = await markInvitationsOfWithdrawn(tx, { merchantId, invitedBy: userId });
  for (const { email, merchantRole } of gone) {
    await insertMemberChange(tx, {
      merchantId,
      subject: 'invitation',
      fromValue: `${email} ${merchantRole}`,
      toValue: null,
      actor: by.id,
    });
  }
}
