import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { closeOrder } from '@/lib/orders/close-order';
import { removeItem } from '@/lib/vault/remove-item';
import { insertSubscriptionEvent, moveSubscription } from './store';
import type { Subscription, SubscriptionTerm } from './subscription';

/**
 * Nothing is charged any more: what was cancelled has run out, or no renewal came through. The phone
 * leaves the vault, and an order that nobody paid is closed. The caller holds the lock and knows that no
 * charge is under way.
 */
export async function endSubscription(
  tx: Tx,
  subscription: Subscription,
  unpaid: SubscriptionTerm | undefined,
): Promise<void> {
  const { id, merchantId, phoneItemId, state } = subscription;
  const cause = state === 'cancelled' ? 'cancelled' : 'lapsed';
  if (unpaid) await closeOrder(tx, { orderId: unpaid.orderId, actor: 'schedule', cause });
  if (phoneItemId) await removeItem(tx, { itemId: phoneItemId, purpose: 'subscription_phone' });
  await moveSubscription(tx, subscription, {
    event: 'end',
    actor: 'schedule',
    cause,
    set: { endedAt: await databaseNow(tx), nextStepAt: null, phoneItemId: null },
  });
  await insertSubscriptionEvent(tx, { topic: 'subscription.ended', merchantId, subjectId: id });
}
