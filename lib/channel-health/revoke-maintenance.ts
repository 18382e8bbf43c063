import { recordAudit } from '@/lib/audit/record-audit';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { recordTransition } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cancelMaintenance } from './maintenance-store';

/**
 * Cancels what was planned, also when it has begun: the channel is used again at once. Refuses
 * not_permitted, and state_conflict when it is over or cancelled already.
 */
export async function revokeMaintenance({ id, by }: { id: string; by: StaffActor }): Promise<void> {
  requireMay(by, 'maintenance.plan');
  await inTransaction(async (tx) => {
    if (!(await cancelMaintenance(tx, id))) throw new Refusal('state_conflict', { id });
    await recordTransition(tx, {
      subjectType: 'maintenance',
      subjectId: id,
      event: 'cancel',
      from: 'planned',
      to: 'cancelled',
      actor: by.id,
    });
    await recordAudit(tx, {
      actor: by.id,
      action: 'maintenance.plan',
      subjectType: 'maintenance',
      subjectId: id,
      before: { state: 'planned' },
      after: { state: 'cancelled' },
    });
  });
}
