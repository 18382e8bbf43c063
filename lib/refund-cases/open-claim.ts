import { recordAudit } from '@/lib/audit/record-audit';
import { Refusal } from '@/lib/core/errors';
import { newId, newToken } from '@/lib/core/ids';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { requireReason } from './reason';
import { claimTokenHash } from './refund-claim-link';
import { CLAIM_HOURS, mayClaim } from './refund-claim-rules';
import { insertClaim, revokeEarlierClaims } from './refund-claim-store';
import { lockCase } from './store';

/**
 * For a shopper without a usable phone: somebody of the office has checked who they are, and says how. The
 * claim is good for nothing until another person has approved it (`approveClaim`) and who opened it has been
 * handed its link (`handClaim`). Earlier links are over at once.
 *
 * @throws Refusal not_permitted, invalid_request (note), text_has_number, claim_over
 */
export async function openClaim({
  caseId,
  identityNote,
  by,
}: {
  caseId: string;
  /** How the identity was checked, 1 to 500 characters. */
  identityNote: string;
  by: StaffActor;
}): Promise<{ claimId: string }> {
  requireMay(by, 'case.open_claim');
  const note = requireReason(identityNote, 'identityNote');
  const claimId = newId('rcl');
  await inTransaction(async (tx) => {
    const { state } = await lockCase(tx, caseId);
    if (!mayClaim(state)) throw new Refusal('claim_over', { caseId });
    await insertClaim(tx, {
      id: claimId,
      caseId,
      proof: 'identity_check',
      openedBy: by.id,
      identityNote: note,
      phoneMasked: null,
      // Nobody gets this one: the link that is handed over has another.
      tokenHash: claimTokenHash(newToken()),
      hours: CLAIM_HOURS.asked,
    });
    await revokeEarlierClaims(tx, { id: claimId, caseId });
    await recordAudit(tx, {
      actor: by.id,
      action: 'case.open_claim',
      subjectType: 'refund_case',
      subjectId: caseId,
      why: note,
      after: { claimId },
    });
  });
  return { claimId };
}
