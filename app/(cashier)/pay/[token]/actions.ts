'use server';

import { redirect } from 'next/navigation';
import { action, anyone } from '@/app/_server/action';
import { knownDevice } from '@/app/_server/payer-device';
import { readHost } from '@/app/_server/read-host';
import { askNow } from '@/lib/payments/ask-now';
import { startPayment } from '@/lib/payments/start-payment';
import { switchMethod } from '@/lib/payments/switch-method';
import { orderInput, payInput } from './input';
import { moneyAfter } from './money-after';
import { nextPage } from './next-page';
import { openPhoneStep } from './phone/open-phone-step';

export const payAction = action({
  name: 'pay',
  after: moneyAfter,
  input: payInput,
  keep: ['method', 'useBalance', 'agreementId'],
  may: anyone,
  run: async (input, user): Promise<string> => {
    if (input.method === 'card' && input.agreementId === 'new') {
      redirect(`/pay/${input.token}/cards/new`);
    }
    if (input.method === 'carrier') redirect(await openPhoneStep(input.token, user));
    const actor = { userId: user?.id ?? null };
    // Its page has brought this browser a name: one without keeps no cookies, and would not be known again
    // by a new one. What is begun in none can be gone on with wherever the order is open.
    const [host, device] = [await readHost(), await knownDevice()];
    redirect(nextPage(input.token, await startPayment({ ...input, host, device, actor })));
  },
});

/** "I have paid": asks the channel now. */
export const askAction = action({
  name: 'ask',
  after: moneyAfter,
  input: orderInput,
  may: anyone,
  run: async ({ token }): Promise<string> => {
    const { result } = await askNow({ token });
    if (result === 'paid') redirect(`/pay/${token}/result`);
    if (result === 'failed') redirect(`/pay/${token}`);
    return result;
  },
});

/** Back to choosing, once the channel has said that the earlier attempt is not paid. */
export const switchAction = action({
  name: 'switch',
  after: moneyAfter,
  input: orderInput,
  may: anyone,
  run: async ({ token }): Promise<string> => {
    const { result } = await switchMethod({ token });
    redirect(`/pay/${token}${result === 'paid' ? '/result' : ''}`);
  },
});
