import { db, type Tx } from '@/lib/core/db';
import type { Agreement } from './agreement';
import { isAgreementId } from './rules';
import { selectAgreement } from './store';

/** An agreement, whosever and in whatever state; undefined when there is none. */
export async function findAgreement(
  agreementId: string,
  tx: Tx = db(),
): Promise<Agreement | undefined> {
  return isAgreementId(agreementId) ? selectAgreement(agreementId, tx) : undefined;
}
