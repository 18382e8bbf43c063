'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { cancelSubscription } from '@/lib/subscriptions/cancel-subscription';
import { cancelSubscriptionInput } from './input';

/** Support cancels for a customer who asked for it; who did is on record. */
export const cancelSubscriptionAction = action({
  name: 'cancel subscription by the office',
  input: cancelSubscriptionInput,
  may: staffMay('subscription.cancel'),
  run: async ({ subscriptionId }, user) => {
    await cancelSubscription({ subscriptionId, by: { office: staffActor(user) } });
    redirect(`/office/subscriptions/${subscriptionId}`);
  },
});
