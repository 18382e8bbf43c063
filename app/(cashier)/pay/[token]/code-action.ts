'use server';

import { action, anyone } from '@/app/_server/action';
import { requestPaymentCode } from '@/lib/payments/request-payment-code';
import { orderInput } from './input';
import { moneyAfter } from './money-after';

/** Has a code sent to the phone of the balance's owner. */
export const codeAction = action({
  name: 'payment-code',
  after: moneyAfter,
  input: orderInput,
  may: anyone,
  run: async ({ token }, user): Promise<string> => {
    await requestPaymentCode({ token, actor: { userId: user?.id ?? null } });
    return 'sent';
  },
});
