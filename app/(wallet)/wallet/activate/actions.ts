'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { clientAddress } from '@/lib/auth/client-address';
import { activateWallet } from '@/lib/wallets/activate-wallet';
import { activateInput } from '@/lib/wallets/schema';
import { idOf, shopper } from '../shopper';

export const activateAction = action({
  name: 'activate wallet',
  input: activateInput,
  may: shopper,
  run: async ({ name, idNo, password }, user) => {
    const address = await clientAddress();
    await activateWallet({ userId: idOf(user), name, idNo, paymentPassword: password, address });
    redirect('/wallet');
  },
});
