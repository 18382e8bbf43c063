import { checkConfirmationCode } from '@/lib/auth/check-confirmation-code';
import { checkPaymentPassword } from '@/lib/customers/check-payment-password';
import type { Money } from '@/lib/money/money';
import { findPayoutByKey } from '@/lib/payouts/find-payout-by-key';
import { requestWithdrawal } from '@/lib/payouts/request-withdrawal';
import type { PayoutState } from '@/lib/payouts/states';
import { getWalletAccount } from './get-wallet-account';
import { withdrawalSubject } from './rules';

/**
 * Sends money of the wallet to a bank card of its owner's. It takes both factors, whatever the
 * amount: what has left for a card does not come back by itself. The same request again is the same
 * withdrawal, and asks for nothing twice.
 *
 * @throws Refusal payment_password_wrong {left}, payment_password_locked {until},
 * confirmation_code_wrong, insufficient_funds, account_frozen, top_up_too_fresh, not_permitted,
 * class_limit_exceeded, idempotency_key_reused, wallet_not_activated, balance_not_offered
 */
export async function requestWalletWithdrawal(given: {
  userId: string;
  bankCardId: string;
  amount: Money;
  requestKey: string;
  password: string;
  code: string;
}): Promise<{ payoutId: string; state: PayoutState }> {
  const { userId, bankCardId, amount, requestKey, password, code } = given;
  const { customerId, account } = await getWalletAccount({ userId });
  // The second of two presses: its code was used up by the first.
  if (!(await findPayoutByKey({ account, requestKey }))) {
    await checkPaymentPassword({ customerId, password });
    await checkConfirmationCode({ userId, subject: withdrawalSubject(given), code });
  }
  return requestWithdrawal({ account, bankCardId, amount, requestKey, actor: userId });
}
