import { verifyMemberCode } from '@/lib/auth/verify-member-code';
import { Refusal } from '@/lib/core/errors';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { insertMerchantChange } from './looks-store';
import { markSm2KeyRevoked } from './signature-store';
import { markApiKeyRevoked, markLinkKeyRevoked } from './store';

const KINDS = {
  api: { subject: 'api_key', markRevoked: markApiKeyRevoked },
  link: { subject: 'link_key', markRevoked: markLinkKeyRevoked },
  sm2: { subject: 'national_key', markRevoked: markSm2KeyRevoked },
} as const;

/**
 * A member revokes a key of the merchant, for good, and is on record with it: from the commit on it opens nothing,
 * and nothing that is signed with it is believed.
 *
 * @throws Refusal not_permitted, totp_wrong, totp_needed, too_many_requests, not_found (another merchant's, too)
 */
export async function revokeKey({
  kind,
  keyId,
  code,
  by,
}: {
  kind: keyof typeof KINDS;
  keyId: string;
  /** Of the member's authenticator. */
  code: string;
  by: MerchantActor;
}): Promise<void> {
  requireMerchantMay(by, 'key.change');
  await verifyMemberCode({ userId: by.id, code });
  const { merchantId } = by;
  const { subject, markRevoked } = KINDS[kind];
  await inTransaction(async (tx) => {
    if (!(await markRevoked(tx, { merchantId, keyId }))) {
      throw new Refusal('not_found', { merchantId, keyId });
    }
    const change = { subject, fromValue: keyId, toValue: null };
    await insertMerchantChange(tx, { merchantId, ...change, actor: by.id });
  });
}
