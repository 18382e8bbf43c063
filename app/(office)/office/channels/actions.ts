'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { closeContract } from '@/lib/contracts/close-contract';
import { setContractTerms } from '@/lib/contracts/set-contract-terms';
import { present } from '@/lib/core/assert';
import { agreeTermsInput, closeContractInput } from './input';

/** The page that follows says what was done, with or without JavaScript. */
export const agreeTermsAction = action({
  name: 'agree contract terms',
  input: agreeTermsInput,
  may: (user) => user?.role === 'office',
  run: async ({ channel, contractId, terms, cause }, user) => {
    const actor = present(user, 'the signed-in user').id;
    await setContractTerms({ channel, contractId, terms, cause, actor });
    redirect(`/office/channels?agreed=${channel}`);
  },
});

export const closeContractAction = action({
  name: 'close contract',
  input: closeContractInput,
  may: (user) => user?.role === 'office',
  run: async ({ channel, contractId, cause }, user) => {
    const actor = present(user, 'the signed-in user').id;
    await closeContract({ channel, contractId, cause, actor });
    redirect(`/office/channels?closed=${channel}`);
  },
});
