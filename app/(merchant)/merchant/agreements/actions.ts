'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { endAgreement } from '@/lib/agreements/end-agreement';
import { endAgreementInput } from './input';

/** A merchant ends its own agreements only; the page that follows says what was done. */
export const endAgreementAction = action({
  name: 'end agreement by merchant',
  input: endAgreementInput,
  may: memberMay('agreement.end'),
  run: async ({ agreementId }, user) => {
    await endAgreement({ agreementId, by: memberActor(user) });
    redirect(`/merchant/agreements?ended=${agreementId}`);
  },
});
