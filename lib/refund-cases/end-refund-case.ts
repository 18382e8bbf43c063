import { recordAudit } from '@/lib/audit/record-audit';
import { verifyCheckerCode } from '@/lib/auth/verify-checker-code';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { next } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { formatMoney } from '@/lib/money/format-money';
import { endUnpaid } from './end-unpaid';
import { requireReason } from './reason';
import { REFUND_CASE } from './states';
import { lockCase, selectCase } from './store';

/**
 * Ends a case without paying anybody: the refund has failed, and its money is the merchant's again, or, where
 * it never was the merchant's, in suspense. Only before anything was proposed, with a fresh code.
 *
 * @throws Refusal not_permitted, not_found, invalid_request (why), state_conflict, case_payout_contradicted,
 * those of verifyCheckerCode
 */
export async function endRefundCase({
  caseId,
  why,
  code,
  by,
}: {
  caseId: string;
  why: string;
  code: string;
  by: StaffActor;
}): Promise<void> {
  requireMay(by, 'case.end');
  const cause = requireReason(why, 'why');
  const seen = await selectCase(caseId);
  if (!seen) throw new Refusal('not_found', { caseId });
  next(REFUND_CASE, seen.state, 'end');
  await verifyCheckerCode({ userId: by.id, code });
  await inTransaction(async (tx) => {
    const known = await lockCase(tx, caseId);
    const end = { as: 'merchant' as const, cause, actor: by.id };
    const endedAs = await endUnpaid(tx, known, end);
    await recordAudit(tx, {
      actor: by.id,
      action: 'case.end',
      subjectType: 'refund_case',
      subjectId: caseId,
      why: cause,
      before: { state: known.state },
      after: { state: 'closed', endedAs, amount: formatMoney(known.amount) },
    });
  });
}
