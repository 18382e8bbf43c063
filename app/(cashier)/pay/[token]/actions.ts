'use server';

import { redirect } from 'next/navigation';
import { action, anyone } from '@/app/_server/action';
import { readHost } from '@/app/_server/read-host';
import { askNow } from '@/lib/payments/ask-now';
import { startPayment } from '@/lib/payments/start-payment';
import { switchMethod } from '@/lib/payments/switch-method';
import { orderInput, payInput } from './input';
import { nextPage } from './next-page';

export const payAction = action({
  name: 'pay',
  input: payInput,
  may: anyone,
  run: async (input, user): Promise<string> => {
    if (input.method === 'card' && input.agreementId === 'new') {
      redirect(`/pay/${input.token}/cards/new`);
    }
    const actor = { userId: user?.id ?? null };
    redirect(
      nextPage(input.token, await startPayment({ ...input, host: await readHost(), actor })),
    );
  },
});

/** "I have paid": asks the channel now. */
export const askAction = action({
  name: 'ask',
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
  input: orderInput,
  may: anyone,
  run: async ({ token }): Promise<string> => {
    const { result } = await switchMethod({ token });
    redirect(`/pay/${token}${result === 'paid' ? '/result' : ''}`);
  },
});
