'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action, anyone } from '@/app/_server/action';
import { payerDevice } from '@/app/_server/payer-device';
import { checkPhoneCode } from '@/lib/auth/check-phone-code';
import { clientAddress } from '@/lib/auth/client-address';
import { requestPhoneCode } from '@/lib/auth/request-phone-code';
import { codeSchema, phoneSchema } from '@/lib/auth/schema';
import { keepSubscriber } from '@/lib/auth/subscriber-cookie';
import { askedPhone } from './subscriber';

const purpose = 'subscriptions';

/** Who asks for a code: both are counted. */
const asker = async () => ({ device: await payerDevice(), address: await clientAddress() });

/** A code to the phone, whether anything is charged to it or not; then on to the form that takes it. */
export const requestCodeAction = action({
  name: 'request subscriptions code',
  input: z.object({ phone: phoneSchema }),
  may: anyone,
  run: async ({ phone }) => {
    await requestPhoneCode({ phone, purpose, ...(await asker()) });
    await keepSubscriber({ phone, proved: false });
    redirect('/subscriptions/code');
  },
});

/** Another code to the same phone. */
export const resendCodeAction = action({
  name: 'resend subscriptions code',
  input: z.object({}),
  may: anyone,
  run: async () => requestPhoneCode({ phone: await askedPhone(), purpose, ...(await asker()) }),
});

export const checkCodeAction = action({
  name: 'check subscriptions code',
  input: z.object({ code: codeSchema }),
  may: anyone,
  run: async ({ code }) => {
    const phone = await askedPhone();
    await checkPhoneCode({ phone, purpose, code, address: await clientAddress() });
    await keepSubscriber({ phone, proved: true });
    redirect('/subscriptions');
  },
});
