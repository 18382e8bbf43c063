import { enqueueJob } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { lockWebhookEndpoints } from '@/lib/merchants/lock-webhook-endpoints';
import {
  type ClaimedDelivery,
  claimDelivery,
  findDeliveryPlace,
  markExhausted,
  selectDue,
} from './delivery-store';
import { letWait, postpone, putInLine } from './line-store';

/**
 * Claims a delivery, if it is due and it is its turn. Otherwise it is put where it will be found: behind an
 * earlier event of its object, in the line of its endpoint, after the pause that its endpoint asked for, or,
 * from the `quick` queue, into the one for slow endpoints, so that these hold up nobody but themselves.
 */
export async function claimTry(
  deliveryId: string,
  { quick }: { quick: boolean },
): Promise<ClaimedDelivery | undefined> {
  return inTransaction(async (tx) => {
    const place = await findDeliveryPlace(tx, deliveryId);
    if (!place) return undefined;
    await lockWebhookEndpoints(tx, [place.endpointId]);
    const due = await selectDue(tx, deliveryId);
    if (!due) return undefined;
    const isTest = due.topic === 'test.ping';
    if (due.isRemoved || (due.isOff && !isTest)) {
      // Switched off after this delivery was made: there is nobody to try.
      await markExhausted(tx, deliveryId);
      return undefined;
    }
    if (due.mustWait) {
      await letWait(tx, deliveryId);
      return undefined;
    }
    if (due.pausedUntil && !isTest) {
      const at = await postpone(tx, deliveryId, due.pausedUntil);
      await enqueueJob(tx, 'deliver-slowly', { deliveryId }, at);
      return undefined;
    }
    if (due.isSlow && quick) {
      await enqueueJob(tx, 'deliver-slowly', { deliveryId });
      return undefined;
    }
    if (due.isFull) {
      await putInLine(tx, [deliveryId]);
      return undefined;
    }
    return claimDelivery(tx, deliveryId);
  });
}
