import { keyedHash } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newId, newToken } from '@/lib/core/ids';
import type { MerchantRole } from '@/lib/core/merchant-permissions';
import { MOST_MEMBERS } from './invitation-rules';
import { insertInvitation } from './invitation-store';
import { countSeats, insertMemberChange, isEmailTaken, lockMembers } from './member-store';

/**
 * An invitation in the transaction of whoever invites. The token of the link is shown this once: it is good
 * for one person, for three days, and kept as a keyed hash.
 *
 * @throws Refusal not_found (no such merchant), member_email_taken, member_limit {most}
 */
export async function placeInvitation(
  tx: Tx,
  invitation: { merchantId: string; email: string; role: MerchantRole; actor: string },
): Promise<{ id: string; token: string }> {
  const { merchantId, email, role: merchantRole, actor } = invitation;
  if (!(await lockMembers(tx, merchantId))) throw new Refusal('not_found', { merchantId });
  if (await isEmailTaken(email, tx)) throw new Refusal('member_email_taken');
  if ((await countSeats(tx, merchantId)) >= MOST_MEMBERS) {
    throw new Refusal('member_limit', { most: MOST_MEMBERS });
  }
  const id = newId('inv');
  const token = newToken();
  const tokenHash = keyedHash('member-invitation', token);
  await insertInvitation(tx, { id, merchantId, email, merchantRole, tokenHash, invitedBy: actor });
  await insertMemberChange(tx, {
    merchantId,
    subject: 'invitation',
    fromValue: null,
    toValue: `${email} ${merchantRole}`,
    actor,
  });
  return { id, token };
}
