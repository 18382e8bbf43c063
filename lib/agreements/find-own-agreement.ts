import { Refusal } from '@/lib/core/errors';
import type { Agreement } from './agreement';
import { isAgreementId } from './rules';
import { selectAgreement } from './store';

/** An agreement of the signed-in user's own; anybody else's is as unknown as none. Refusal: agreement_not_found. */
export async function findOwnAgreement({
  agreementId,
  userId,
}: {
  agreementId: string;
  userId: string;
}): Promise<Agreement> {
  const agreement = isAgreementId(agreementId) ? await selectAgreement(agreementId) : undefined;
  if (!agreement || agreement.userId !== userId)
    throw new Refusal('agreement_not_found', { agreementId });
  return agreement;
}
