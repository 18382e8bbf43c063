import { recordAudit } from '@/lib/audit/record-audit';
import { newId } from '@/lib/core/ids';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { Called } from './health';
import type { BreakerForce } from './override';
import { insertOverride } from './override-store';
import { keptOperation } from './rules';

/**
 * Asks for a breaker to be held open or closed for some minutes. Nothing changes until somebody else
 * agrees (`confirmOverride`); the time runs from now.
 *
 * @throws Refusal not_permitted
 */
export async function proposeOverride({
  by,
  ...asked
}: Called & {
  force: BreakerForce;
  minutes: number;
  reason: string;
  by: StaffActor;
}): Promise<{ id: string }> {
  requireMay(by, 'breaker.propose');
  const id = newId('bro');
  const { channel, force, minutes, reason } = asked;
  await inTransaction(async (tx) => {
    await insertOverride(tx, { id, ...asked, proposedBy: by.id });
    await recordAudit(tx, {
      actor: by.id,
      action: 'breaker.propose',
      subjectType: 'breaker_override',
      subjectId: id,
      why: reason,
      after: { channel, operation: keptOperation(asked), force, minutes },
    });
  });
  return { id };
}
