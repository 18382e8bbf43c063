'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action, anyone } from '@/app/_server/action';
import { acceptInvitation } from '@/lib/auth/accept-invitation';
import { clientAddress } from '@/lib/auth/client-address';
import { keepPendingStaff } from '@/lib/auth/pending-staff';
import { newPasswordSchema } from '@/lib/auth/schema';

/** The link is the key; what it opens is a member without a session, who goes on to an authenticator. */
export const joinAction = action({
  name: 'join a merchant',
  input: z.object({
    token: z.string().max(100),
    displayName: z.string().trim().min(1, 'common.problem.required').max(60),
    password: newPasswordSchema,
  }),
  may: anyone,
  run: async (given): Promise<never> => {
    await keepPendingStaff(await acceptInvitation({ ...given, address: await clientAddress() }));
    redirect('/sign-in/staff/authenticator?next=%2Fmerchant');
  },
});
