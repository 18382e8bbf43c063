import { recordAudit } from '@/lib/audit/record-audit';
import { present } from '@/lib/core/assert';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { next } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { formatMoney } from '@/lib/money/format-money';
import { findPayee } from '@/lib/payouts/find-payee';
import { CHECKERS } from './approval-rules';
import { caseTier } from './case-tier';
import { contentHashOf } from './content-hash';
import { insertProposal } from './proposal-store';
import { requireReason } from './reason';
import { REFUND_CASE } from './states';
import { lockCase, moveCase } from './store';
import { refuseContradicted } from './unclear';

/**
 * A maker puts forward what is to be paid and to whom, as the case has it at this moment. How many
 * have to agree follows from the amount, with all that goes the same way, and from how the payee was proved.
 *
 * @throws Refusal not_permitted, not_found, invalid_request (note), state_conflict (nobody claimed it),
 * case_payee_missing, case_payout_contradicted
 */
export async function proposeTransfer({
  caseId,
  note,
  by,
}: {
  caseId: string;
  note: string;
  by: StaffActor;
}): Promise<{ proposalId: string; contentHash: string }> {
  requireMay(by, 'case.propose');
  const reason = requireReason(note, 'note');
  return inTransaction(async (tx) => {
    const known = await lockCase(tx, caseId);
    next(REFUND_CASE, known.state, 'propose');
    const payeeId = present(known.payeeId, `the payee of ${caseId}`);
    const payee = await findPayee({ payeeId }, tx);
    if (!payee || payee.forgottenAt) throw new Refusal('case_payee_missing', { caseId });
    await refuseContradicted(tx, known);
    const tier = await caseTier(known, payee, tx);
    const proposal = {
      id: newId('rpr'),
      caseId,
      payeeId,
      amount: known.amount,
      contentHash: contentHashOf(known, payee),
      tier,
      needed: CHECKERS[tier].needed,
      makerId: by.id,
      note: reason,
    };
    await insertProposal(tx, proposal);
    const { id: proposalId, contentHash } = proposal;
    const move = { event: 'propose', actor: by.id, cause: reason, set: { proposalId } } as const;
    await moveCase(tx, known, move);
    await recordAudit(tx, {
      actor: by.id,
      action: 'case.propose',
      subjectType: 'refund_case',
      subjectId: caseId,
      why: reason,
      before: { state: known.state },
      after: {
        state: 'proposed',
        amount: formatMoney(known.amount),
        payee: payee.cardMasked ?? 'balance',
        tier,
        contentHash,
      },
    });
    return { proposalId, contentHash };
  });
}
