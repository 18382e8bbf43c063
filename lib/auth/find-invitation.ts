import { keyedHash } from '@/lib/core/crypto';
import type { MerchantRole } from '@/lib/core/merchant-permissions';
import { isInvitationToken } from './invitation-rules';
import { selectOpenInvitation } from './invitation-store';

/** Who is asked to join what, by the token of the link; undefined once it is used, withdrawn or too old. */
export async function findInvitation(
  token: string,
): Promise<{ merchantId: string; email: string; merchantRole: MerchantRole } | undefined> {
  if (!isInvitationToken(token)) return undefined;
  const found = await selectOpenInvitation(keyedHash('member-invitation', token));
  if (!found) return undefined;
  const { merchantId, email, merchantRole } = found;
  return { merchantId, email, merchantRole };
}
