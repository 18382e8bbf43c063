'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action, anyone } from '@/app/_server/action';
import { clientAddress } from '@/lib/auth/client-address';
import { emailSchema, nextSchema, passwordSchema } from '@/lib/auth/schema';
import { startSession } from '@/lib/auth/session-cookie';
import { signInStaff } from '@/lib/auth/sign-in-staff';
import { withNext } from '../with-next';

export const signInStaffAction = action({
  name: 'sign in staff',
  input: z.object({ email: emailSchema, password: passwordSchema, next: nextSchema }),
  may: anyone,
  run: async ({ email, password, next }) => {
    await startSession(await signInStaff({ email, password, address: await clientAddress() }));
    redirect(withNext('/sign-in/staff', next));
  },
});
