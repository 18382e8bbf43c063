import { businessNow, databaseNow } from '@/lib/core/clock';
import { inTransaction } from '@/lib/core/unit-of-work';
import { readOrder } from '@/lib/orders/read-order';
import { beginSubscription } from './begin-subscription';
import { renewSubscription } from './renew-subscription';
import { lockSubscription } from './store';
import { selectTerm, selectTermOfOrder } from './term-store';

/**
 * An order with a period is paid: the first one begins its subscription, any other pays for the next
 * term of one. Safe to repeat and to race, and never earlier than the payment itself is committed.
 */
export async function noteSubscriptionPayment({ orderId }: { orderId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const order = await readOrder(orderId, tx);
    if (!order.subscriptionPeriod || order.state !== 'paid') return;
    const clocks = { business: await businessNow(tx), real: await databaseNow(tx) };
    const known = await selectTermOfOrder(orderId, tx);
    if (!known) return beginSubscription(tx, order, clocks);
    const subscription = await lockSubscription(tx, known.subscriptionId);
    // Read again under the lock: somebody may have noted it meanwhile.
    const { subscriptionId, seq } = known;
    const term = await selectTerm({ subscriptionId, seq }, tx);
    if (term) await renewSubscription(tx, { subscription, term, order, clocks });
  });
}
