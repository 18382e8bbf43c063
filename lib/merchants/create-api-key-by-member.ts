import { verifyMemberCode } from '@/lib/auth/verify-member-code';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { createApiKey } from './create-api-key';

/**
 * A member makes an API key for the merchant. The secret is shown this once.
 *
 * @throws Refusal not_permitted, totp_wrong, totp_needed, too_many_requests
 */
export async function createApiKeyByMember({
  name,
  code,
  by,
}: {
  /** What it is for, in the merchant's words. */
  name?: string | undefined;
  /** Of the member's authenticator. */
  code: string;
  by: MerchantActor;
}): Promise<{ id: string; secret: string }> {
  requireMerchantMay(by, 'key.change');
  await verifyMemberCode({ userId: by.id, code });
  return createApiKey({ name, merchantId: by.merchantId, actor: by.id });
}
