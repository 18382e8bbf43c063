import { recordAudit } from '@/lib/audit/record-audit';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { recordTransition } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { MaintenanceWindow } from './maintenance';
import { insertMaintenance, lockMaintenance, selectMaintenance } from './maintenance-store';

/**
 * Plans a time in which a channel takes nothing new; what was sent is asked about and given back as
 * ever. The same time planned twice is one. Refuses not_permitted, and
 * maintenance_over when it would have ended already.
 */
export async function createMaintenance({
  by,
  ...planned
}: Pick<MaintenanceWindow, 'channel' | 'startsAt' | 'endsAt' | 'reason'> & {
  by: StaffActor;
}): Promise<void> {
  requireMay(by, 'maintenance.plan');
  const { channel, startsAt, endsAt, reason } = planned;
  await inTransaction(async (tx) => {
    await lockMaintenance(tx, channel);
    if (endsAt <= (await databaseNow(tx))) throw new Refusal('maintenance_over', { channel });
    const same = (await selectMaintenance(tx)).some(
      (one) =>
        one.channel === channel &&
        one.startsAt.getTime() === startsAt.getTime() &&
        one.endsAt.getTime() === endsAt.getTime(),
    );
    if (same) return;
    const id = newId('mnt');
    await insertMaintenance(tx, { id, ...planned, createdBy: by.id });
    await recordTransition(tx, {
      subjectType: 'maintenance',
      subjectId: id,
      event: 'plan',
      from: 'none',
      to: 'planned',
      actor: by.id,
      cause: reason,
    });
    await recordAudit(tx, {
      actor: by.id,
      action: 'maintenance.plan',
      subjectType: 'maintenance',
      subjectId: id,
      why: reason,
      after: { channel, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    });
  });
}
