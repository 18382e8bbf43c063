import { present } from '@/lib/core/assert';
import { getPayout } from '@/lib/payouts/get-payout';
import type { MerchantWithdrawal } from './withdrawal';
import { withdrawalsOf } from './withdrawal-of';

/** One of the merchant's own withdrawals; another's is `not_found` as one that there is not. */
export async function getMerchantWithdrawal({
  merchantId,
  withdrawalId,
}: {
  merchantId: string;
  withdrawalId: string;
}): Promise<MerchantWithdrawal> {
  const account = { subject: 'merchant_balance', owner: merchantId } as const;
  const payout = await getPayout({ payoutId: withdrawalId, account });
  return present((await withdrawalsOf([payout]))[0], withdrawalId);
}
