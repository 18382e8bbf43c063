'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { memberActor, memberMay } from '@/app/_server/member';
import { setMerchantAccount } from '@/lib/payouts/set-merchant-account';
import { requestWithdrawalByMember } from '@/lib/settlement/request-withdrawal-by-member';
import { payoutAccountInput, withdrawalInput } from './input';

export const withdrawalAction = action({
  name: 'withdraw a merchant’s money',
  input: withdrawalInput,
  may: memberMay('withdrawal.request'),
  // Pressed twice, or sent again with a new code, it stays the one withdrawal.
  keep: ['requestKey'],
  run: async (given, user): Promise<never> => {
    await requestWithdrawalByMember({ ...given, by: memberActor(user) });
    redirect('/merchant/withdrawals?done=requested');
  },
});

export const payoutAccountAction = action({
  name: 'set where a merchant is paid out to',
  input: payoutAccountInput,
  may: memberMay('payout_account.change'),
  run: async ({ holder, ...given }, user): Promise<never> => {
    await setMerchantAccount({ ...given, name: holder, by: memberActor(user) });
    redirect('/merchant/withdrawals?done=account');
  },
});
