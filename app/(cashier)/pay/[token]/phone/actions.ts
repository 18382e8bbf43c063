'use server';

import { redirect } from 'next/navigation';
import { action, anyone } from '@/app/_server/action';
import { dropCheckedPhone, findRememberedPhone, forgetPhone } from '@/app/_server/payer-phone';
import { orderInput } from '../input';
import { checkNumber } from './check-number';
import { phoneInput } from './input';

export const checkPhoneAction = action({
  name: 'check phone',
  input: phoneInput,
  may: anyone,
  run: async (input, user): Promise<string> => {
    await checkNumber(input, user);
    redirect(`/pay/${input.token}/phone`);
  },
});

/** The number that this browser remembers, which no page has ever shown in full. */
export const checkRememberedAction = action({
  name: 'check remembered phone',
  input: orderInput,
  may: anyone,
  run: async ({ token }, user): Promise<string> => {
    const phone = await findRememberedPhone();
    if (phone) await checkNumber({ token, phone }, user);
    redirect(`/pay/${token}/phone`);
  },
});

export const forgetPhoneAction = action({
  name: 'forget phone',
  input: orderInput,
  may: anyone,
  run: async ({ token }): Promise<string> => {
    await Promise.all([forgetPhone(), dropCheckedPhone()]);
    redirect(`/pay/${token}/phone?done=forgotten`);
  },
});
