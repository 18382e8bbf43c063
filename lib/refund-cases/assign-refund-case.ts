import { recordAudit } from '@/lib/audit/record-audit';
import { findColleague } from '@/lib/auth/find-colleague';
import { Refusal } from '@/lib/core/errors';
import { mayDo, requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { recordTransition } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { requireReason } from './reason';
import { lockCase, setAssignee } from './store';

/**
 * Hands a case over to a colleague of the office who may work on it, or to nobody, with a note that the case
 * shows; who takes it oneself need not say why.
 *
 * @throws Refusal not_permitted, not_found, invalid_request (note), case_assignee_unknown
 */
export async function assignRefundCase({
  caseId,
  to,
  note,
  by,
}: {
  caseId: string;
  to: string | null;
  note: string;
  by: StaffActor;
}): Promise<void> {
  requireMay(by, 'case.assign');
  const why = to === by.id && !note.trim() ? undefined : requireReason(note, 'note');
  if (to !== null) {
    const colleague = await findColleague(to);
    if (!colleague || !mayDo(colleague.staffRole, 'case.assign')) {
      throw new Refusal('case_assignee_unknown', { caseId });
    }
  }
  await inTransaction(async (tx) => {
    const known = await lockCase(tx, caseId);
    await setAssignee(tx, { caseId, assignedTo: to });
    await recordTransition(tx, {
      subjectType: 'refund_case',
      subjectId: caseId,
      event: 'assign',
      from: known.state,
      to: known.state,
      actor: by.id,
      ...(why && { cause: why }),
    });
    await recordAudit(tx, {
      actor: by.id,
      action: 'case.assign',
      subjectType: 'refund_case',
      subjectId: caseId,
      ...(why && { why }),
      before: { assignedTo: known.assignedTo },
      after: { assignedTo: to },
    });
  });
}
