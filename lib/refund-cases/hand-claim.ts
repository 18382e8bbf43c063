import { recordAudit } from '@/lib/audit/record-audit';
import { Refusal } from '@/lib/core/errors';
import { newToken } from '@/lib/core/ids';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { waitingClaim } from './refund-claim-check';
import { claimLink, claimTokenHash } from './refund-claim-link';
import { CLAIM_HOURS } from './refund-claim-rules';
import { markHanded } from './refund-claim-store';

/**
 * The link of an approved identity check, for whoever checked it to hand over: shown this once, and made only
 * now, so that nobody can have had it before the approval.
 *
 * @throws Refusal not_permitted (also for anybody but who opened it), claim_unknown (shown before, or
 * replaced), claim_expired, claim_over, claim_not_approved
 */
export async function handClaim({
  claimId,
  by,
}: {
  claimId: string;
  by: StaffActor;
}): Promise<{ link: string }> {
  requireMay(by, 'case.open_claim');
  const token = newToken();
  await inTransaction(async (tx) => {
    const claim = await waitingClaim(tx, claimId);
    if (claim.openedBy !== by.id) throw new Refusal('not_permitted', { claimId });
    if (!claim.approvedBy) throw new Refusal('claim_not_approved', { claimId });
    await markHanded(tx, {
      id: claimId,
      tokenHash: claimTokenHash(token),
      hours: CLAIM_HOURS.asked,
    });
    await recordAudit(tx, {
      actor: by.id,
      action: 'case.open_claim',
      subjectType: 'refund_case',
      subjectId: claim.caseId,
      after: { claimId, handed: true },
    });
  });
  return { link: claimLink(token) };
}
