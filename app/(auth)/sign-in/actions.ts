'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action, anyone } from '@/app/_server/action';
import { clientAddress } from '@/lib/auth/client-address';
import { forgetPendingPhone, keepPendingPhone } from '@/lib/auth/pending-phone';
import { requestSignInCode } from '@/lib/auth/request-sign-in-code';
import { codeSchema, nextSchema, phoneSchema } from '@/lib/auth/schema';
import { startSession } from '@/lib/auth/session-cookie';
import { signInShopper } from '@/lib/auth/sign-in-shopper';
import { pendingPhone } from './pending';
import { withNext } from './with-next';

/** A code to the phone, then on to the form that takes it. */
export const requestCodeAction = action({
  name: 'request sign-in code',
  input: z.object({ phone: phoneSchema, next: nextSchema }),
  may: anyone,
  run: async ({ phone, next }) => {
    await requestSignInCode({ phone, address: await clientAddress() });
    await keepPendingPhone(phone);
    redirect(withNext('/sign-in/code', next));
  },
});

/** Another code to the same phone. */
export const resendCodeAction = action({
  name: 'resend sign-in code',
  input: z.object({ next: nextSchema }),
  may: anyone,
  run: async ({ next }) =>
    requestSignInCode({ phone: await pendingPhone(next), address: await clientAddress() }),
});

export const signInShopperAction = action({
  name: 'sign in shopper',
  input: z.object({ code: codeSchema, next: nextSchema }),
  may: anyone,
  run: async ({ code, next }) => {
    const phone = await pendingPhone(next);
    await startSession(await signInShopper({ phone, code, address: await clientAddress() }));
    await forgetPendingPhone();
    redirect(withNext('/sign-in', next));
  },
});
