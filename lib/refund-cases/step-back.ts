import { recordAudit } from '@/lib/audit/record-audit';
import type { Tx } from '@/lib/core/db';
import { requireMay, type StaffAction, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { dropProposal } from './drop-rest';
import { requireReason } from './reason';
import type { RefundCase } from './refund-case';
import { type CaseMove, lockCase, moveCase } from './store';

/** What somebody of the office takes a case back by, and why. */
export interface StepBack {
  caseId: string;
  /** In their own words, 1 to 500 characters. */
  why: string;
  by: StaffActor;
}

/**
 * A step back, by whoever may take it: what was proposed is void, and it is on record. `also` is done in the
 * same commit, with the case as it was before.
 *
 * @throws Refusal not_permitted, not_found, invalid_request (why), state_conflict
 */
export async function stepBack(
  { caseId, why, by }: StepBack,
  step: {
    action: StaffAction;
    event: 'void' | 'undo' | 'reject';
    set?: (tx: Tx) => Promise<CaseMove['set']>;
    also?: (tx: Tx, before: RefundCase) => Promise<void>;
  },
): Promise<void> {
  const { action, event, set, also } = step;
  requireMay(by, action);
  const cause = requireReason(why, 'why');
  await inTransaction(async (tx) => {
    const before = await lockCase(tx, caseId);
    const after = await moveCase(tx, before, {
      event,
      actor: by.id,
      cause,
      set: { ...(await set?.(tx)), proposalId: null, sendAt: null },
    });
    await dropProposal(tx, before, cause);
    await also?.(tx, before);
    await recordAudit(tx, {
      actor: by.id,
      action,
      subjectType: 'refund_case',
      subjectId: caseId,
      why: cause,
      before: factsOf(before),
      after: factsOf(after),
    });
  });
}

const factsOf = ({ state, payeeId: payee, proposalId: proposal }: RefundCase) => ({
  state,
  payee,
  proposal,
});
