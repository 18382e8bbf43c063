'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { freezeWallet } from '@/lib/wallets/freeze-wallet';
import { requestWalletCode } from '@/lib/wallets/request-wallet-code';
import { nothingInput, resetInput, unfreezeInput } from '@/lib/wallets/schema';
import { setWalletPassword } from '@/lib/wallets/set-wallet-password';
import { unfreezeWallet } from '@/lib/wallets/unfreeze-wallet';
import { idOf, shopper } from '../shopper';

export const freezeAction = action({
  name: 'freeze wallet',
  input: nothingInput,
  may: shopper,
  run: async (_, user) => {
    await freezeWallet({ userId: idOf(user) });
    redirect('/wallet/security');
  },
});

export const passwordCodeAction = action({
  name: 'request password code',
  input: nothingInput,
  may: shopper,
  run: (_, user) => requestWalletCode({ userId: idOf(user), subject: 'payment-password' }),
});

export const resetAction = action({
  name: 'set payment password',
  input: resetInput,
  may: shopper,
  run: async ({ code, idNo, password }, user) => {
    await setWalletPassword({ userId: idOf(user), code, idNo, password });
    redirect('/wallet/security?done=password');
  },
});

export const unfreezeCodeAction = action({
  name: 'request unfreeze code',
  input: nothingInput,
  may: shopper,
  run: (_, user) => requestWalletCode({ userId: idOf(user), subject: 'unfreeze' }),
});

export const unfreezeAction = action({
  name: 'unfreeze wallet',
  input: unfreezeInput,
  may: shopper,
  run: async (proof, user) => {
    await unfreezeWallet({ userId: idOf(user), ...proof });
    redirect('/wallet');
  },
});
