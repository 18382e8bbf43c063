import { recordAudit } from '@/lib/audit/record-audit';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { endOne } from './override-store';

/**
 * Gives a breaker back to what its calls say, or takes back what was asked for. One person may: it is
 * the safe state.
 *
 * @throws Refusal not_permitted, not_found (over already)
 */
export async function endOverride({
  overrideId: id,
  by,
}: {
  overrideId: string;
  by: StaffActor;
}): Promise<void> {
  requireMay(by, 'breaker.propose');
  await inTransaction(async (tx) => {
    if (!(await endOne(tx, { id, by: by.id }))) throw new Refusal('not_found', { overrideId: id });
    await recordAudit(tx, {
      actor: by.id,
      action: 'breaker.end',
      subjectType: 'breaker_override',
      subjectId: id,
    });
  });
}
