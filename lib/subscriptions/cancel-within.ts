import { recordAudit } from '@/lib/audit/record-audit';
import { businessNow, databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { closeOrder } from '@/lib/orders/close-order';
import { readRenewal } from './read-renewal';
import { isSubscriptionId } from './rules';
import {
  insertSubscriptionEvent,
  lockSubscription,
  moveSubscription,
  selectSubscription,
} from './store';
import type { Subscription } from './subscription';

/** The phone's owner, who proved it by a code; the merchant's server, or one of its members; support. */
export type CancelledBy =
  | { phoneHash: string }
  | { merchantId: string }
  | MerchantActor
  | { office: StaffActor };

/** `cancelSubscription` in the transaction of somebody who has more to write. */
export async function cancelWithin(
  tx: Tx,
  { subscriptionId, by }: { subscriptionId: string; by: CancelledBy },
): Promise<Subscription> {
  if ('office' in by) requireMay(by.office, 'subscription.cancel');
  if ('merchantRole' in by) requireMerchantMay(by, 'subscription.cancel');
  const known = isSubscriptionId(subscriptionId) && (await selectSubscription(subscriptionId, tx));
  if (!known || !isOf(known, by)) throw new Refusal('subscription_not_found', { subscriptionId });
  const subscription = await lockSubscription(tx, subscriptionId);
  const { id, merchantId, state } = subscription;
  if (state === 'cancelled' || state === 'ended') return subscription;
  const actor = actorOf(by);
  const renewal = await readRenewal(tx, subscription);
  if (renewal && !renewal.facts.undecided) {
    await closeOrder(tx, { orderId: renewal.order.id, actor, cause: 'cancelled' });
  }
  const cancelled = await moveSubscription(tx, subscription, {
    event: 'cancel',
    actor,
    cause: 'cancelled',
    set: {
      cancelledBy: actor,
      cancelledAt: await databaseNow(tx),
      nextStepAt: await businessNow(tx),
    },
  });
  await insertSubscriptionEvent(tx, {
    topic: 'subscription.cancelled',
    merchantId,
    subjectId: id,
  });
  if ('office' in by) {
    await recordAudit(tx, {
      actor: by.office.id,
      action: 'subscription.cancel',
      subjectType: 'subscription',
      subjectId: id,
      before: { state },
      after: { state: cancelled.state },
    });
  }
  return cancelled;
}

function isOf(subscription: Subscription, by: CancelledBy): boolean {
  if ('phoneHash' in by) return subscription.phoneHash === by.phoneHash;
  return 'office' in by || subscription.merchantId === by.merchantId;
}

function actorOf(by: CancelledBy): string {
  if ('phoneHash' in by) return 'shopper';
  if ('office' in by) return `user:${by.office.id}`;
  return 'merchantRole' in by ? `user:${by.id}` : `merchant:${by.merchantId}`;
}
