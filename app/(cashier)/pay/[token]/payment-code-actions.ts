'use server';

import { redirect } from 'next/navigation';
import { action, anyone } from '@/app/_server/action';
import { resendChannelCode } from '@/lib/payments/resend-channel-code';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import { orderInput, paymentCodeInput } from './input';
import { nextPage } from './next-page';

/** The code that the card's channel sent for this payment. */
export const submitPaymentCodeAction = action({
  name: 'submit payment code',
  input: paymentCodeInput,
  may: anyone,
  run: async ({ token, code }, user): Promise<string> => {
    const userId = user?.id ?? null;
    redirect(nextPage(token, await submitChannelCode({ token, code, userId })));
  },
});

export const resendPaymentCodeAction = action({
  name: 'resend payment code',
  input: orderInput,
  may: anyone,
  run: async ({ token }, user): Promise<string> => {
    await resendChannelCode({ token, userId: user?.id ?? null });
    return 'sent';
  },
});
