import { verifyMemberCode } from '@/lib/auth/verify-member-code';
import { Refusal } from '@/lib/core/errors';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getSigningTerms } from './get-signing-terms';
import { insertMerchantChange } from './looks-store';
import { selectLiveSm2Keys, upsertSigningTerms } from './signature-store';
import type { SigningTerms } from './signing-terms';
import { lockMerchant, readLiveLinkKeys } from './store';

const SUBJECTS = { signedRequests: 'signed_requests', sm2Notices: 'national_notices' } as const;

/**
 * A member chooses what is signed from now on, with a code of their authenticator. Whoever has no key to sign
 * with can't ask for signatures: every call would be refused.
 *
 * @throws Refusal not_permitted, those of verifyMemberCode, signing_key_needed
 */
export async function setSigningTerms({
  by,
  code,
  terms,
}: {
  by: MerchantActor;
  code: string;
  terms: SigningTerms;
}): Promise<void> {
  requireMerchantMay(by, 'key.change');
  await verifyMemberCode({ userId: by.id, code });
  const { merchantId } = by;
  await inTransaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const before = await getSigningTerms(merchantId, tx);
    if (terms.signedRequests && !before.signedRequests) {
      const keys = await Promise.all([
        selectLiveSm2Keys(merchantId, tx),
        readLiveLinkKeys(merchantId, tx),
      ]);
      if (keys.flat().length === 0) throw new Refusal('signing_key_needed', { merchantId });
    }
    await upsertSigningTerms(tx, merchantId, terms);
    for (const name of ['signedRequests', 'sm2Notices'] as const) {
      if (before[name] === terms[name]) continue;
      await insertMerchantChange(tx, {
        ...{ merchantId, subject: SUBJECTS[name], actor: by.id },
        ...{ fromValue: String(before[name]), toValue: String(terms[name]) },
      });
    }
  });
}
