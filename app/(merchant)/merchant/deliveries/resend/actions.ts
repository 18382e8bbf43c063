'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { resendDeliveries } from '@/lib/webhooks/resend-deliveries';
import { rangeInput, rangeOf } from './input';

export const resendRangeAction = action({
  name: 'send the deliveries of some days again',
  input: rangeInput,
  may: memberMay('delivery.resend'),
  run: async (asked, user): Promise<never> => {
    const { count } = await resendDeliveries({ by: memberActor(user), ...rangeOf(asked) });
    redirect(`/merchant/deliveries/resend?done=${count}`);
  },
});
