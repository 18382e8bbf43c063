'use server';

import { redirect } from 'next/navigation';
import { action, anyone } from '@/app/_server/action';
import { payerDevice } from '@/app/_server/payer-device';
import { findCheckedPhone, rememberPhone } from '@/app/_server/payer-phone';
import { readHost } from '@/app/_server/read-host';
import { clientAddress } from '@/lib/auth/client-address';
import { startPayment } from '@/lib/payments/start-payment';
import { switchMethod } from '@/lib/payments/switch-method';
import { orderInput } from '../input';
import { moneyAfter } from '../money-after';
import { nextPage } from '../next-page';
import { payByPhoneInput } from './input';

/** Charges the phone that the page has shown, in the way that it has said. */
export const payByPhoneAction = action({
  name: 'pay by phone',
  after: moneyAfter,
  input: payByPhoneInput,
  may: anyone,
  run: async ({ token, consent, checked: shown, remember, formKey }, user): Promise<string> => {
    const checked = await findCheckedPhone(token);
    if (checked?.id !== shown || checked.found.charge.kind !== 'open') {
      redirect(`/pay/${token}/phone?again=1`);
    }
    const started = await startPayment({
      token,
      method: 'carrier',
      phone: checked.phone,
      mode: checked.found.charge.mode,
      consentVersion: consent,
      formKey,
      device: await payerDevice(),
      address: await clientAddress(),
      host: await readHost(),
      actor: { userId: user?.id ?? null },
    });
    await rememberPhone(checked.phone, remember === 'yes');
    redirect(nextPage(token, started));
  },
});

/** Lets go of the payment whose code is awaited, for one by another number. */
export const changeNumberAction = action({
  name: 'change number',
  after: moneyAfter,
  input: orderInput,
  may: anyone,
  run: async ({ token }): Promise<string> => {
    const { result } = await switchMethod({ token });
    redirect(`/pay/${token}/${result === 'paid' ? 'result' : 'phone?change=1'}`);
  },
});
