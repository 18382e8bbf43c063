import { notFound } from 'next/navigation';
import { staffHere } from '@/app/_server/staff';
import { isRefusal } from '@/lib/core/errors';
import { getSubscriptionDetail } from '@/lib/subscriptions/get-subscription-detail';
import type { Subscription, SubscriptionTerm } from '@/lib/subscriptions/subscription';

/** The subscription with its terms, for a page; an address that names none is a 404. */
export async function loadSubscription(
  id: string,
): Promise<{ subscription: Subscription; terms: SubscriptionTerm[] }> {
  try {
    return await getSubscriptionDetail({ subscriptionId: id, by: await staffHere() });
  } catch (error) {
    if (isRefusal(error) && error.code === 'subscription_not_found') notFound();
    throw error;
  }
}
