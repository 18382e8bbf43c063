import { enqueueJobOnce } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { selectOverdueDeliveries } from './delivery-store';

const AT_ONCE = 100;
const AGAIN_AFTER_SECONDS = 60;

/** Finds deliveries whose job got lost and enqueues it anew; answers how many it looked at. */
export async function sweepDeliveries(): Promise<number> {
  return inTransaction(async (tx) => {
    const overdue = await selectOverdueDeliveries(tx, AT_ONCE);
    for (const deliveryId of overdue) {
      const slot = { key: deliveryId, perSeconds: AGAIN_AFTER_SECONDS };
      await enqueueJobOnce(tx, 'deliver-event', { deliveryId }, slot);
    }
    return overdue.length;
  });
}
