import { verifyMemberCode } from '@/lib/auth/verify-member-code';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { createLinkKey } from './create-link-key';

/**
 * A member makes a link key for the merchant. The secret is shown this once.
 *
 * @throws Refusal not_permitted, totp_wrong, totp_needed, too_many_requests, link_key_limit
 */
export async function createLinkKeyByMember({
  code,
  by,
}: {
  /** Of the member's authenticator. */
  code: string;
  by: MerchantActor;
}): Promise<{ id: string; secret: string }> {
  requireMerchantMay(by, 'key.change');
  await verifyMemberCode({ userId: by.id, code });
  return createLinkKey({ merchantId: by.merchantId, actor: by.id });
}
