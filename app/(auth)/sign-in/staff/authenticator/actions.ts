'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action, anyone } from '@/app/_server/action';
import { enrolMember } from '@/lib/auth/enrol-member';
import { enrolStaff } from '@/lib/auth/enrol-staff';
import { forgetPendingStaff } from '@/lib/auth/pending-staff';
import { newPasswordSchema, nextSchema } from '@/lib/auth/schema';
import { startSession } from '@/lib/auth/session-cookie';
import { withNext } from '../../with-next';
import { staffCodeSchema } from '../code-schema';
import { OPEN_SESSION } from '../open-session';
import { pendingEnrolment } from '../pending-staff';

/** Somebody of the office: with a password of their own in the place of the one that they were given. */
export const enrolStaffAction = action({
  name: 'set up authenticator',
  input: z.object({ code: staffCodeSchema, password: newPasswordSchema, next: nextSchema }),
  may: anyone,
  run: async ({ code, password, next }): Promise<never> => {
    const enrolled = await enrolStaff({ ...(await pendingEnrolment(next)), code, password });
    await startSession(await OPEN_SESSION.office(enrolled));
    await forgetPendingStaff();
    redirect(withNext('/sign-in/staff', next));
  },
});

/** A merchant's member, who chose their password themselves. */
export const enrolMemberAction = action({
  name: 'set up authenticator of a member',
  input: z.object({ code: staffCodeSchema, next: nextSchema }),
  may: anyone,
  run: async ({ code, next }): Promise<never> => {
    const enrolled = await enrolMember({ ...(await pendingEnrolment(next)), code });
    await startSession(await OPEN_SESSION.merchant(enrolled));
    await forgetPendingStaff();
    redirect(withNext('/sign-in/staff', next));
  },
});
