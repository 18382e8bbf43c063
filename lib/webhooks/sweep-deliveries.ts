import { enqueueJobOnce } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { selectForgottenEvents } from './event-store';
import { releaseForgotten, selectOverdueDeliveries } from './line-store';

const AT_ONCE = 400;
const AGAIN_AFTER_SECONDS = 60;
/** What made an event's job fail for hours does not pass within a minute. */
const FAN_OUT_AFTER_SECONDS = 900;

/**
 * Finds deliveries whose job got lost, or that wait for nothing any more, and events of which none were made,
 * and enqueues them anew; answers how many it looked at.
 */
export async function sweepDeliveries(): Promise<number> {
  return inTransaction(async (tx) => {
    const overdue = await selectOverdueDeliveries(tx, AT_ONCE);
    for (const { id: deliveryId, isSlow } of overdue) {
      const slot = { key: deliveryId, perSeconds: AGAIN_AFTER_SECONDS };
      await enqueueJobOnce(tx, isSlow ? 'deliver-slowly' : 'deliver-event', { deliveryId }, slot);
    }
    const forgotten = await releaseForgotten(tx, AT_ONCE);
    for (const deliveryId of forgotten) {
      const slot = { key: deliveryId, perSeconds: AGAIN_AFTER_SECONDS };
      await enqueueJobOnce(tx, 'deliver-event', { deliveryId }, slot);
    }
    const untold = await selectForgottenEvents(tx, AT_ONCE);
    for (const eventId of untold) {
      const slot = { key: eventId, perSeconds: FAN_OUT_AFTER_SECONDS };
      await enqueueJobOnce(tx, 'fan-out-event', { eventId }, slot);
    }
    return overdue.length + forgotten.length + untold.length;
  });
}
