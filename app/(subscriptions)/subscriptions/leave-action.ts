'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action, anyone } from '@/app/_server/action';
import { forgetSubscriber } from '@/lib/auth/subscriber-cookie';

/** Forgets the phone on this browser. */
export const leaveAction = action({
  name: 'leave subscriptions',
  input: z.object({}),
  may: anyone,
  run: async () => {
    await forgetSubscriber();
    redirect('/subscriptions');
  },
});
