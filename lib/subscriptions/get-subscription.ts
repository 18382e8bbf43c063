import { Refusal } from '@/lib/core/errors';
import { isSubscriptionId } from './rules';
import { selectSubscription } from './store';
import type { Subscription } from './subscription';

/** A merchant's subscription; another merchant's is as unknown as none. Refusal: subscription_not_found. */
export async function getSubscription({
  merchantId,
  subscriptionId,
}: {
  merchantId: string;
  subscriptionId: string;
}): Promise<Subscription> {
  const known = isSubscriptionId(subscriptionId);
  const subscription = known ? await selectSubscription(subscriptionId) : undefined;
  if (subscription?.merchantId !== merchantId) {
    throw new Refusal('subscription_not_found', { subscriptionId });
  }
  return subscription;
}
