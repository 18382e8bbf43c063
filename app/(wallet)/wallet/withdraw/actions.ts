'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { requestWalletWithdrawal } from '@/lib/wallets/request-wallet-withdrawal';
import { requestWithdrawalCode } from '@/lib/wallets/request-withdrawal-code';
import { confirmInput, withdrawInput } from '@/lib/wallets/schema';
import { idOf, shopper } from '../shopper';

/** Card and amount, then the code for just these; first and again. */
export const codeAction = action({
  name: 'request withdrawal code',
  input: withdrawInput,
  may: shopper,
  run: async ({ card, amount }, user) => {
    await requestWithdrawalCode({ userId: idOf(user), bankCardId: card, amount });
    redirect(`/wallet/withdraw/confirm?card=${card}&fen=${amount.amountMinor}`);
  },
});

export const withdrawAction = action({
  name: 'withdraw',
  input: confirmInput,
  may: shopper,
  run: async ({ card, ...given }, user) => {
    const request = { ...given, userId: idOf(user), bankCardId: card };
    const { payoutId } = await requestWalletWithdrawal(request);
    redirect(`/wallet/withdraw/${payoutId}`);
  },
});
