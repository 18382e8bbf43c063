'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/app/_server/action';
import { revokeSessions } from '@/lib/auth/revoke-sessions';
import { endSession } from '@/lib/auth/session-cookie';

const nothing = z.object({});

/** This browser only. */
export const signOutAction = action({
  name: 'sign out',
  input: nothing,
  may: () => true,
  run: async () => {
    await endSession();
    redirect('/sign-in');
  },
});

/** Every browser that this person is signed in on, at once. */
export const signOutEverywhereAction = action({
  name: 'sign out everywhere',
  input: nothing,
  may: (user) => user !== null,
  run: async (_, user) => {
    if (user) await revokeSessions({ userId: user.id });
    await endSession();
    redirect('/sign-in');
  },
});
