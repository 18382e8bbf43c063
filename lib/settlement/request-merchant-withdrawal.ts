import { present } from '@/lib/core/assert';
import {
  type MerchantPayoutRequest,
  requestMerchantPayout,
} from '@/lib/payouts/request-merchant-payout';
import type { MerchantWithdrawal } from './withdrawal';
import { withdrawalsOf } from './withdrawal-of';

/**
 * A merchant's server asks for its available money, to the account that an owner has named in the console.
 * The same key is the same withdrawal.
 *
 * Refusals: payout_account_unset, payout_account_waits {until}, line_not_positive, amount_out_of_range,
 * over_withdrawable {most}, insufficient_funds, account_frozen, account_closed, idempotency_key_reused
 */
export async function requestMerchantWithdrawal(
  request: Omit<MerchantPayoutRequest, 'actor'> & { actor?: string },
): Promise<MerchantWithdrawal> {
  const payout = await requestMerchantPayout({ actor: 'merchant', ...request });
  const [withdrawal] = await withdrawalsOf([payout]);
  return present(withdrawal, payout.id);
}
