import { recordAudit } from '@/lib/audit/record-audit';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { sendAgain } from './send-again';

/**
 * The office sends a delivery again at once that has not arrived, also one that was given up.
 * @throws Refusal not_permitted, those of sendAgain; state_conflict when it has arrived
 */
export async function resendEvent({
  deliveryId,
  by,
}: {
  deliveryId: string;
  by: StaffActor;
}): Promise<void> {
  requireMay(by, 'queue.bulk');
  await inTransaction(async (tx) => {
    const before = await sendAgain(tx, { deliveryId });
    if (before.state === 'delivered') throw new Refusal('state_conflict', { deliveryId });
    await recordAudit(tx, {
      actor: by.id,
      action: 'queue.bulk',
      subjectType: 'delivery',
      subjectId: deliveryId,
      before,
      after: { state: 'pending' },
    });
  });
}
