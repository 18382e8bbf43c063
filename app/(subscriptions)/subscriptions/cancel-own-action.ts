'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action, anyone } from '@/app/_server/action';
import { cancelOwnSubscription } from '@/lib/subscriptions/cancel-own-subscription';
import { subscriptionIdSchema } from '@/lib/subscriptions/schema';
import { provedPhone } from './subscriber';

/** Whoever has proved the phone cancels what is charged to it, and nothing else. */
export const cancelOwnAction = action({
  name: 'cancel own subscription',
  input: z.object({ subscriptionId: subscriptionIdSchema }),
  may: anyone,
  run: async ({ subscriptionId }) => {
    await cancelOwnSubscription({ phone: await provedPhone(), subscriptionId });
    redirect(`/subscriptions?cancelled=${subscriptionId}`);
  },
});
