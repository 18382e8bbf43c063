import type { Table } from '@/lib/core/transitions';

export type SubscriptionState = 'active' | 'past_due' | 'cancelled' | 'ended';
export type SubscriptionEvent = 'renew' | 'miss' | 'cancel' | 'end';

/**
 * A phone charged every period. Cancelled means that nothing is charged any more; it ends with the days
 * that are paid for. A charge that was on its way already may still come through, and pays for its term.
 */
export const SUBSCRIPTION: Table<SubscriptionState, SubscriptionEvent> = {
  active: { renew: 'active', miss: 'past_due', cancel: 'cancelled', end: 'ended' },
  past_due: { renew: 'active', miss: 'past_due', cancel: 'cancelled', end: 'ended' },
  cancelled: { renew: 'cancelled', end: 'ended' },
  ended: { renew: 'ended' },
};
