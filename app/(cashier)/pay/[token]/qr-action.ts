'use server';

import { redirect } from 'next/navigation';
import { action, anyone } from '@/app/_server/action';
import { readHost } from '@/app/_server/read-host';
import { renewQr } from '@/lib/payments/renew-qr';
import { orderInput } from './input';
import { moneyAfter } from './money-after';

/** The next QR code in place of one that is about to end, on the same page. */
export const renewQrAction = action({
  name: 'renew-qr',
  after: moneyAfter,
  input: orderInput,
  may: anyone,
  run: async ({ token }, user): Promise<string> => {
    const actor = { userId: user?.id ?? null };
    const { result } = await renewQr({ token, host: await readHost(), actor });
    if (result === 'paid') redirect(`/pay/${token}/result`);
    return result;
  },
});
