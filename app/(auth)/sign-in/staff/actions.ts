'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action, anyone } from '@/app/_server/action';
import { clientAddress } from '@/lib/auth/client-address';
import { forgetPendingStaff, keepPendingStaff } from '@/lib/auth/pending-staff';
import { emailSchema, nextSchema, passwordSchema } from '@/lib/auth/schema';
import { startSession } from '@/lib/auth/session-cookie';
import { startStaffSignIn } from '@/lib/auth/start-staff-sign-in';
import { verifyMemberCode } from '@/lib/auth/verify-member-code';
import { verifyStaffCode } from '@/lib/auth/verify-staff-code';
import { withNext } from '../with-next';
import { staffCodeSchema } from './code-schema';
import { OPEN_SESSION } from './open-session';
import { pendingStaff } from './pending-staff';

export const signInStaffAction = action({
  name: 'sign in staff',
  input: z.object({ email: emailSchema, password: passwordSchema, next: nextSchema }),
  may: anyone,
  run: async ({ email, password, next }): Promise<never> => {
    const pending = await startStaffSignIn({ email, password, address: await clientAddress() });
    await keepPendingStaff(pending);
    redirect(withNext(`/sign-in/staff/${pending.secret ? 'authenticator' : 'code'}`, next));
  },
});

const VERIFY_CODE = { office: verifyStaffCode, merchant: verifyMemberCode } as const;

export const staffCodeAction = action({
  name: 'sign in staff by code',
  input: z.object({ code: staffCodeSchema, next: nextSchema }),
  may: anyone,
  run: async ({ code, next }): Promise<never> => {
    const { userId, tokenVersion, role } = await pendingStaff(next);
    await VERIFY_CODE[role]({ userId, code });
    await startSession(await OPEN_SESSION[role]({ id: userId, tokenVersion }));
    await forgetPendingStaff();
    redirect(withNext('/sign-in/staff', next));
  },
});
