import type { SignFailureReason } from '@/lib/channels/agreement-port';
import { inTransaction } from '@/lib/core/unit-of-work';
import { destroyElements } from './elements';
import { lockAgreementRow, moveAgreement } from './store';

/** The card will not be bound: its elements have no purpose any more. Done once, however often called. */
export async function failSigning(given: {
  agreementId: string;
  reason: SignFailureReason | 'abandoned';
  actor: string;
  cause: string;
}): Promise<void> {
  const { agreementId, reason: failureReason, actor, cause } = given;
  await inTransaction(async (tx) => {
    const agreement = await lockAgreementRow(tx, agreementId);
    if (agreement?.state !== 'signing') return;
    const set = { failureReason, elementsItemId: null };
    await moveAgreement(tx, agreement, { event: 'fail', actor, cause, set });
    await destroyElements(tx, agreement.elementsItemId);
  });
}
