'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { switchAccount } from '@/lib/ledger/switch-account';
import { switchAccountInput } from './input';

/** Only finance stops or lets go the money of an account. */
export const switchAccountAction = action({
  name: 'switch account',
  input: switchAccountInput,
  may: staffMay('account.switch'),
  run: async ({ account, to, cause, code }, user) => {
    await switchAccount({ account, to, cause, code, by: staffActor(user) });
    revalidatePath('/office/ledger/accounts/[id]', 'page');
  },
});
