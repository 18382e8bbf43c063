import { recordAudit } from '@/lib/audit/record-audit';
import { verifyCheckerCode } from '@/lib/auth/verify-checker-code';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { waitingClaim } from './refund-claim-check';
import { markApproved } from './refund-claim-store';

/**
 * Another person agrees that the identity was checked; the database refuses one's own, too.
 *
 * @throws Refusal not_permitted, claim_same_person, claim_unknown, claim_expired, state_conflict (approved
 * before), checker_too_new, totp_needed, totp_wrong
 */
export async function approveClaim({
  claimId,
  by,
  code,
}: {
  claimId: string;
  by: StaffActor;
  /** Of their authenticator, used for this and nothing else. */
  code: string;
}): Promise<void> {
  requireMay(by, 'case.approve_claim');
  await inTransaction(async (tx) => refuseOwn(await waitingClaim(tx, claimId), by));
  await verifyCheckerCode({ userId: by.id, code });
  await inTransaction(async (tx) => {
    const claim = await waitingClaim(tx, claimId);
    refuseOwn(claim, by);
    if (claim.approvedBy) throw new Refusal('state_conflict', { claimId });
    await markApproved(tx, claimId, by.id);
    await recordAudit(tx, {
      actor: by.id,
      action: 'case.approve_claim',
      subjectType: 'refund_case',
      subjectId: claim.caseId,
      after: { claimId, openedBy: claim.openedBy },
    });
  });
}

function refuseOwn({ id, openedBy }: { id: string; openedBy: string }, by: StaffActor): void {
  if (openedBy === by.id) throw new Refusal('claim_same_person', { claimId: id });
}
