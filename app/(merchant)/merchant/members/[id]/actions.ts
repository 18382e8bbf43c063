'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { changeMemberInput } from '@/app/(auth)/members/input';
import { disableColleague } from '@/lib/auth/disable-colleague';
import { enableColleague } from '@/lib/auth/enable-colleague';
import { removeColleagueAuthenticator } from '@/lib/auth/remove-colleague-authenticator';
import { revokeColleagueSessions } from '@/lib/auth/revoke-colleague-sessions';
import { setMemberRole } from '@/lib/auth/set-member-role';
import { setRoleInput } from '../input';

export const setRoleAction = action({
  name: 'set a member’s role',
  input: setRoleInput,
  may: memberMay('member.change'),
  keep: ['role'],
  run: async (given, user): Promise<never> => {
    await setMemberRole({ ...given, by: memberActor(user) });
    redirect(`/merchant/members/${given.userId}?done=role`);
  },
});

const CHANGES = {
  sessions: revokeColleagueSessions,
  disable: disableColleague,
  enable: enableColleague,
  authenticator: removeColleagueAuthenticator,
} as const;

export const changeMemberAction = action({
  name: 'change a member',
  input: changeMemberInput,
  may: memberMay('member.change'),
  run: async ({ what, ...given }, user): Promise<never> => {
    await CHANGES[what]({ ...given, by: memberActor(user) });
    redirect(`/merchant/members/${given.userId}?done=${what}`);
  },
});
