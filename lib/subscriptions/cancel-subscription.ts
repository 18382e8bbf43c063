import { inTransaction } from '@/lib/core/unit-of-work';
import { type CancelledBy, cancelWithin } from './cancel-within';
import type { Subscription } from './subscription';

/**
 * Nothing more is charged; what is paid for stays until its last day. A renewal that has not been sent
 * is never sent; one that is on its way may still come through, and is the last. Again it changes nothing.
 * Refusals: subscription_not_found (somebody else's, too), not_permitted (a role of the office or of the merchant)
 */
export const cancelSubscription = (given: {
  subscriptionId: string;
  by: CancelledBy;
}): Promise<Subscription> => inTransaction((tx) => cancelWithin(tx, given));
