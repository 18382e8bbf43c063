'use client';

import { CancelDetails, type CancelWords } from '../cancel-details';
import { cancelOwnAction } from './cancel-own-action';

/** Stops the renewals of one subscription of the phone. */
export const CancelOwnForm = (props: { subscriptionId: string; words: CancelWords }) => (
  <CancelDetails {...props} action={cancelOwnAction} />
);
