import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { isSubscriptionId } from './rules';
import { selectSubscription } from './store';
import type { Subscription, SubscriptionTerm } from './subscription';
import { selectTerms } from './term-store';

/** More than ten years of months. */
const MOST = 150;

/** For support: a subscription with its terms, the newest first. Refusals: not_permitted, subscription_not_found. */
export async function getSubscriptionDetail({
  subscriptionId,
  by,
}: {
  subscriptionId: string;
  by: StaffActor;
}): Promise<{ subscription: Subscription; terms: SubscriptionTerm[] }> {
  requireMay(by, 'order.read');
  const known = isSubscriptionId(subscriptionId);
  const subscription = known ? await selectSubscription(subscriptionId) : undefined;
  if (!subscription) throw new Refusal('subscription_not_found', { subscriptionId });
  return { subscription, terms: await selectTerms(subscriptionId, MOST) };
}
