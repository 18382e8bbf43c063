'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { cancelSubscription } from '@/lib/subscriptions/cancel-subscription';
import { cancelSubscriptionInput } from './input';

/** A merchant cancels its own subscriptions only; the page that follows says what was done. */
export const cancelSubscriptionAction = action({
  name: 'cancel subscription by merchant',
  input: cancelSubscriptionInput,
  may: memberMay('subscription.cancel'),
  run: async ({ subscriptionId }, user) => {
    await cancelSubscription({ subscriptionId, by: memberActor(user) });
    redirect(`/merchant/subscriptions?cancelled=${subscriptionId}`);
  },
});
