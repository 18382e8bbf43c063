'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { resendDelivery } from '@/lib/webhooks/resend-delivery';
import { deliveryIdSchema } from '@/lib/webhooks/schema';

export const resendAction = action({
  name: 'send a delivery again',
  input: z.object({ deliveryId: deliveryIdSchema }),
  may: memberMay('delivery.resend'),
  run: async ({ deliveryId }, user): Promise<never> => {
    await resendDelivery({ by: memberActor(user), deliveryId });
    redirect(`/merchant/deliveries/${deliveryId}?done=resent`);
  },
});
