'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { createStaff } from '@/lib/auth/create-staff';
import { addStaffInput } from './input';

export const addStaffAction = action({
  name: 'add staff',
  input: addStaffInput,
  may: staffMay('staff.change'),
  run: async (given, user) => {
    const { password } = await createStaff({ ...given, by: staffActor(user) });
    revalidatePath('/office/staff');
    return { email: given.email, password };
  },
});
