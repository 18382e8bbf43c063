'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { changeMemberInput } from '@/app/(auth)/members/input';
import { disableStaff } from '@/lib/auth/disable-staff';
import { enableStaff } from '@/lib/auth/enable-staff';
import { removeAuthenticator } from '@/lib/auth/remove-authenticator';
import { renewStaffPassword } from '@/lib/auth/renew-staff-password';
import { revokeStaffSessions } from '@/lib/auth/revoke-staff-sessions';
import { setStaffRole } from '@/lib/auth/set-staff-role';
import { renewPasswordInput, setRoleInput } from '../input';

export const setRoleAction = action({
  name: 'set staff role',
  input: setRoleInput,
  may: staffMay('staff.change'),
  run: async (given, user): Promise<never> => {
    await setStaffRole({ ...given, by: staffActor(user) });
    redirect(`/office/staff/${given.userId}?done=role`);
  },
});

const CHANGES = {
  sessions: revokeStaffSessions,
  disable: disableStaff,
  enable: enableStaff,
  authenticator: removeAuthenticator,
} as const;

export const changeStaffAction = action({
  name: 'change staff',
  input: changeMemberInput,
  may: staffMay('staff.change'),
  run: async ({ what, ...given }, user): Promise<never> => {
    await CHANGES[what]({ ...given, by: staffActor(user) });
    redirect(`/office/staff/${given.userId}?done=${what}`);
  },
});

export const renewPasswordAction = action({
  name: 'renew staff password',
  input: renewPasswordInput,
  may: staffMay('staff.change'),
  run: (given, user) => renewStaffPassword({ ...given, by: staffActor(user) }),
});
