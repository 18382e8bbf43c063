import { verifyMemberCode } from '@/lib/auth/verify-member-code';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import type { Money } from '@/lib/money/money';
import { findPayoutByKey } from '@/lib/payouts/find-payout-by-key';
import { requestMerchantWithdrawal } from './request-merchant-withdrawal';
import type { MerchantWithdrawal } from './withdrawal';

/**
 * A member of the merchant asks for its available money, with a fresh code of their authenticator.
 *
 * @throws Refusal not_permitted, as verifyMemberCode, and as requestMerchantWithdrawal
 */
export async function requestWithdrawalByMember({
  by,
  amount,
  requestKey,
  code,
}: {
  by: MerchantActor;
  amount: Money;
  requestKey: string;
  code: string;
}): Promise<MerchantWithdrawal> {
  requireMerchantMay(by, 'withdrawal.request');
  const { merchantId, id: actor } = by;
  const account = { subject: 'merchant_balance', owner: merchantId } as const;
  const key = `console:${requestKey}`;
  // The second of two presses: its code was used up by the first.
  if (!(await findPayoutByKey({ account, requestKey: key }))) {
    await verifyMemberCode({ userId: actor, code });
  }
  return requestMerchantWithdrawal({ merchantId, amount, requestKey: key, actor });
}
