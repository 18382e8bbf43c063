import { enqueueJobOnce } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { selectUnnotedOrders } from './store';

const AT_ONCE = 100;
const AGAIN_AFTER_SECONDS = 600;

/** Finds first payments whose job got lost or gave up, and enqueues it anew; answers how many. */
export async function sweepSubscriptionPayments(): Promise<number> {
  return inTransaction(async (tx) => {
    const waiting = await selectUnnotedOrders(tx, AT_ONCE);
    for (const orderId of waiting) {
      const slot = { key: orderId, perSeconds: AGAIN_AFTER_SECONDS };
      await enqueueJobOnce(tx, 'note-subscription-payment', { orderId }, slot);
    }
    return waiting.length;
  });
}
