'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { createSm2Key } from '@/lib/merchants/create-sm2-key';
import { setSigningTerms } from '@/lib/merchants/set-signing-terms';
import { addKeyInput, termsInput } from './input';

export const addSm2KeyAction = action({
  name: 'add an SM2 key',
  input: addKeyInput,
  may: memberMay('key.change'),
  keep: ['publicKey'],
  run: async (given, user): Promise<never> => {
    await createSm2Key({ ...given, by: memberActor(user) });
    redirect('/merchant/signatures?done=added');
  },
});

export const signingTermsAction = action({
  name: 'set signing terms',
  input: termsInput,
  may: memberMay('key.change'),
  run: async ({ code, ...terms }, user): Promise<never> => {
    await setSigningTerms({ by: memberActor(user), code, terms });
    redirect('/merchant/signatures?done=terms');
  },
});
