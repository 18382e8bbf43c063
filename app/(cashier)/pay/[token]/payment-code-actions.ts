'use server';

import { redirect } from 'next/navigation';
import { action, anyone } from '@/app/_server/action';
import { loadCashier } from '@/app/_server/load-cashier';
import { payerDevice } from '@/app/_server/payer-device';
import { clientAddress } from '@/lib/auth/client-address';
import { Refusal } from '@/lib/core/errors';
import { resendChannelCode } from '@/lib/payments/resend-channel-code';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import { orderInput, paymentCodeInput } from './input';
import { moneyAfter } from './money-after';
import { nextPage } from './next-page';

/** The code that the channel sent for this payment. A wrong one that may be typed again is said here. */
export const submitPaymentCodeAction = action({
  name: 'submit payment code',
  after: moneyAfter,
  input: paymentCodeInput,
  may: anyone,
  run: async ({ token, code }, user): Promise<string> => {
    const started = await submitChannelCode({ token, code, userId: user?.id ?? null });
    if (started.result === 'continue') {
      const step = (await loadCashier(token)).live?.nextStep;
      const again = step?.type === 'enter-code' && step.wrong;
      if (again) throw new Refusal('code_wrong', { left: step.triesLeft ?? 1 });
    }
    redirect(nextPage(token, started));
  },
});

export const resendPaymentCodeAction = action({
  name: 'resend payment code',
  after: moneyAfter,
  input: orderInput,
  may: anyone,
  run: async ({ token }, user): Promise<string> => {
    const [device, address] = [await payerDevice(), await clientAddress()];
    const started = await resendChannelCode({ token, userId: user?.id ?? null, device, address });
    const step = (await loadCashier(token)).live?.nextStep;
    // What the channel wants this time may be another thing than a code.
    if (step?.type !== 'enter-code') redirect(nextPage(token, started));
    return 'sent';
  },
});
