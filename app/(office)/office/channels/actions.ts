'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor, staffMay } from '@/app/_server/staff';
import { closeContract } from '@/lib/contracts/close-contract';
import { setContractTerms } from '@/lib/contracts/set-contract-terms';
import { agreeTermsInput, closeContractInput } from './input';

/** The page that follows says what was done, with or without JavaScript. */
export const agreeTermsAction = action({
  name: 'agree contract terms',
  input: agreeTermsInput,
  may: staffMay('contract.change'),
  run: async ({ channel, contractId, terms, cause }, user) => {
    await setContractTerms({ channel, contractId, terms, cause, by: staffActor(user) });
    redirect(`/office/channels?agreed=${channel}`);
  },
});

export const closeContractAction = action({
  name: 'close contract',
  input: closeContractInput,
  may: staffMay('contract.change'),
  run: async ({ channel, contractId, cause }, user) => {
    await closeContract({ channel, contractId, cause, by: staffActor(user) });
    redirect(`/office/channels?closed=${channel}`);
  },
});
