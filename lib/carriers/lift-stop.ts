import { recordAudit } from '@/lib/audit/record-audit';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { recordTransition } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { endStop } from './stop-store';

/**
 * Lets a merchant's payments run on a line again. Refusals: not_permitted, and state_conflict
 * where it is not stopped by this one (any more).
 */
export async function liftStop({
  stopId,
  by,
  cause,
}: {
  stopId: string;
  by: StaffActor;
  cause: string;
}): Promise<void> {
  requireMay(by, 'stop.lift');
  const { id: actor } = by;
  await inTransaction(async (tx) => {
    if (!(await endStop(tx, { stopId, actor }))) {
      throw new Refusal('state_conflict', { stopId: stopId.slice(0, 40) });
    }
    await recordTransition(tx, {
      subjectType: 'carrier_stop',
      subjectId: stopId,
      event: 'lift',
      from: 'stopped',
      to: 'open',
      actor,
      cause,
    });
    await recordAudit(tx, {
      actor,
      action: 'stop.lift',
      subjectType: 'carrier_stop',
      subjectId: stopId,
      why: cause,
      before: { state: 'stopped' },
      after: { state: 'open' },
    });
  });
}
