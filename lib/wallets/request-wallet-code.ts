import { requestConfirmationCode } from '@/lib/auth/request-confirmation-code';
import { getWalletAccount } from './get-wallet-account';

/**
 * Sends a code to the wallet owner's phone that confirms one kind of change. For a withdrawal there
 * is startWalletWithdrawal: its code is bound to the amount and the card.
 *
 * @throws Refusal wallet_not_activated, balance_not_offered, too_many_requests, code_not_sent,
 * phone_unknown
 */
export async function requestWalletCode(given: {
  userId: string;
  subject: 'payment-password' | 'unfreeze';
}): Promise<void> {
  await getWalletAccount(given);
  await requestConfirmationCode(given);
}
