import { phoneHashOf } from '@/lib/carriers/phone-hash';
import { cancelSubscription } from './cancel-subscription';
import type { Subscription } from './subscription';

/** The owner of the phone (its eleven digits, proved by a code) cancels. Refusal: subscription_not_found. */
export const cancelOwnSubscription = ({
  phone,
  subscriptionId,
}: {
  phone: string;
  subscriptionId: string;
}): Promise<Subscription> =>
  cancelSubscription({ subscriptionId, by: { phoneHash: phoneHashOf(`+86${phone}`) } });
