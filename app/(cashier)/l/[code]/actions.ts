'use server';

import { redirect } from 'next/navigation';
import { action, anyone } from '@/app/_server/action';
import { payerDevice } from '@/app/_server/payer-device';
import { spendBudget } from '@/lib/auth/budgets';
import { clientAddress } from '@/lib/auth/client-address';
import { openLinkOrder } from '@/lib/payment-links/open-link-order';
import { openLinkInput } from './input';

/** Makes the order, or finds the one that this press or this browser has made, and leads to its page. */
export const openLinkAction = action({
  name: 'open payment link',
  input: openLinkInput,
  may: anyone,
  run: async (press) => {
    const device = await payerDevice();
    await spendBudget('link-device', device);
    await spendBudget('link-address', await clientAddress());
    const { payToken } = await openLinkOrder({ ...press, device });
    redirect(`/pay/${payToken}`);
  },
});
