'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { paymentLinkIdSchema } from '@/lib/payment-links/schema';
import { switchPaymentLink } from '@/lib/payment-links/switch-payment-link';

export const switchLinkAction = action({
  name: 'switch payment link',
  input: z.object({ linkId: paymentLinkIdSchema, to: z.enum(['active', 'stopped']) }),
  may: memberMay('link.change'),
  run: async ({ linkId, to }, user): Promise<never> => {
    const active = to === 'active';
    await switchPaymentLink({ by: memberActor(user), linkId, active });
    redirect(`/merchant/links/${linkId}?done=${active ? 'started' : 'stopped'}`);
  },
});
