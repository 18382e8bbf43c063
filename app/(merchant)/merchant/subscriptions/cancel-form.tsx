'use client';

import { CancelDetails, type CancelWords } from '@/app/(subscriptions)/cancel-details';
import { cancelSubscriptionAction } from './actions';

/** Stops the renewals of one of the merchant's subscriptions. */
export const CancelForm = (props: { subscriptionId: string; words: CancelWords }) => (
  <CancelDetails {...props} action={cancelSubscriptionAction} />
);
