'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { setContract } from '@/lib/contracts/set-contract';
import { agreeContractInput } from './input';

/** The page that follows says what was done, and its list begins with the new contract. */
export const agreeContractAction = action({
  name: 'agree contract',
  input: agreeContractInput,
  may: staffMay('contract.change'),
  run: async (contract, user) => {
    const { channel, merchantId } = contract;
    await setContract({ ...contract, by: staffActor(user) });
    redirect(`/office/channels?added=${channel}&of=${channel}&after=${merchantId.slice(0, -1)}`);
  },
});
