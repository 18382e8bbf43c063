'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { createInvitation } from '@/lib/auth/create-invitation';
import { revokeInvitation } from '@/lib/auth/revoke-invitation';
import { env } from '@/lib/core/env';
import { inviteInput, withdrawInput } from './input';

export const inviteAction = action({
  name: 'invite a member',
  input: inviteInput,
  may: memberMay('member.change'),
  keep: ['role'],
  run: async (given, user) => {
    const { token } = await createInvitation({ ...given, by: memberActor(user) });
    revalidatePath('/merchant/members');
    return { email: given.email, link: `${env().APP_ORIGIN}/join/${token}` };
  },
});

export const withdrawAction = action({
  name: 'withdraw an invitation',
  input: withdrawInput,
  may: memberMay('member.change'),
  run: async (given, user): Promise<never> => {
    await revokeInvitation({ ...given, by: memberActor(user) });
    redirect('/merchant/members?done=withdrawn');
  },
});
