import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import type { Agreement } from './agreement';
import { isAgreementId } from './rules';
import { lockAgreementRow } from './store';

/**
 * A bound card, locked until the transaction ends: a payment that begins here is seen by whoever
 * unbinds the card, or finds it unbound. Refusal: agreement_not_found.
 */
export async function lockAgreement(tx: Tx, agreementId: string): Promise<Agreement> {
  const agreement = isAgreementId(agreementId)
    ? await lockAgreementRow(tx, agreementId)
    : undefined;
  if (agreement?.state !== 'active') throw new Refusal('agreement_not_found', { agreementId });
  return agreement;
}
