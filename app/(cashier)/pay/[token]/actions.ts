'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { action, anyone } from '@/app/_server/action';
import { payerHost } from '@/lib/methods/payer-host';
import { askNow } from '@/lib/payments/ask-now';
import { startPayment } from '@/lib/payments/start-payment';
import { switchMethod } from '@/lib/payments/switch-method';
import { orderInput, payInput } from './input';

const NEXT_PAGE = { paid: '/result', continue: '/go', waiting: '' } as const;

export const payAction = action({
  name: 'pay',
  input: payInput,
  may: anyone,
  run: async (input, user): Promise<string> => {
    const sent = await headers();
    const { result } = await startPayment({
      ...input,
      host: payerHost({
        userAgent: sent.get('user-agent'),
        mobileHint: sent.get('sec-ch-ua-mobile'),
      }),
      actor: { userId: user?.id ?? null },
    });
    redirect(`/pay/${input.token}${NEXT_PAGE[result]}`);
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
