'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/_server/action';
import { present } from '@/lib/core/assert';
import { switchAccount } from '@/lib/ledger/switch-account';
import { switchAccountInput } from './input';

/** Only finance stops or lets go the money of an account. */
export const switchAccountAction = action({
  name: 'switch account',
  input: switchAccountInput,
  may: (user) => user?.role === 'office',
  run: async ({ account, to, cause }, user) => {
    await switchAccount({ account, to, cause, actor: present(user, 'the signed-in user').id });
    revalidatePath('/office/ledger/accounts/[id]', 'page');
  },
});
