'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { endAgreement } from '@/lib/agreements/end-agreement';
import { present } from '@/lib/core/assert';
import { endAgreementInput } from './input';

/** A merchant ends its own agreements only; the page that follows says what was done. */
export const endAgreementAction = action({
  name: 'end agreement by merchant',
  input: endAgreementInput,
  may: (user) => user?.role === 'merchant' && user.merchantId !== null,
  run: async ({ agreementId }, user) => {
    const { id: staffId, merchantId: own } = present(user, 'the signed-in user');
    const merchantId = present(own, 'the merchant of a merchant user');
    await endAgreement({ agreementId, by: { merchantId, staffId } });
    redirect(`/merchant/agreements?ended=${agreementId}`);
  },
});
