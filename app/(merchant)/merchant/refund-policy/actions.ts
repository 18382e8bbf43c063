'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { setRefundPolicy } from '@/lib/merchants/set-refund-policy';
import { refundPolicyInput } from './input';

/** A merchant decides for itself only: which one it is comes from who is signed in. */
export const refundPolicyAction = action({
  name: 'set refund policy',
  input: refundPolicyInput,
  may: memberMay('settings.change'),
  run: async (choices, user): Promise<never> => {
    await setRefundPolicy({ ...choices, by: memberActor(user) });
    redirect('/merchant/refund-policy?done=1');
  },
});
