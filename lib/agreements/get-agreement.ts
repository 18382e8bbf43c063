import { Refusal } from '@/lib/core/errors';
import type { Agreement } from './agreement';
import { isAgreementId } from './rules';
import { selectAgreement } from './store';

/** A merchant's agreement, bound or unbound; another merchant's is as unknown as none. Refusal: agreement_not_found. */
export async function getAgreement({
  merchantId,
  agreementId,
}: {
  merchantId: string;
  agreementId: string;
}): Promise<Agreement> {
  const agreement = isAgreementId(agreementId) ? await selectAgreement(agreementId) : undefined;
  const known = agreement?.state === 'active' || agreement?.state === 'ended';
  if (!known || agreement.merchantId !== merchantId) {
    throw new Refusal('agreement_not_found', { agreementId });
  }
  return agreement;
}
