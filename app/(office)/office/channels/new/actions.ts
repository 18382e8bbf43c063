'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { setContract } from '@/lib/contracts/set-contract';
import { present } from '@/lib/core/assert';
import { agreeContractInput } from './input';

/** The page that follows says what was done, and its list begins with the new contract. */
export const agreeContractAction = action({
  name: 'agree contract',
  input: agreeContractInput,
  may: (user) => user?.role === 'office',
  run: async (contract, user) => {
    const { channel, merchantId } = contract;
    await setContract({ ...contract, actor: present(user, 'the signed-in user').id });
    redirect(`/office/channels?added=${channel}&of=${channel}&after=${merchantId.slice(0, -1)}`);
  },
});
