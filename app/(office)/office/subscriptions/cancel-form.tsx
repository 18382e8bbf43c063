'use client';

import { CancelDetails, type CancelWords } from '@/app/(subscriptions)/cancel-details';
import { cancelSubscriptionAction } from './actions';

/** Stops the renewals of any subscription, for a customer who asked support for it. */
export const CancelForm = (props: { subscriptionId: string; words: CancelWords }) => (
  <CancelDetails {...props} action={cancelSubscriptionAction} />
);
