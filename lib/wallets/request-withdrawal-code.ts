import { requestConfirmationCode } from '@/lib/auth/request-confirmation-code';
import { Refusal } from '@/lib/core/errors';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import { getWallet } from './get-wallet';
import { withdrawalSubject } from './rules';

/**
 * Sends the code that confirms one withdrawal: this amount to this card. What could not be withdrawn
 * anyway is refused here, before anybody waits for a text message.
 *
 * @throws Refusal not_found (no such card), account_frozen, over_withdrawable {most},
 * wallet_not_activated, balance_not_offered, too_many_requests, code_not_sent, phone_unknown
 */
export async function requestWithdrawalCode(given: {
  userId: string;
  bankCardId: string;
  amount: Money;
}): Promise<void> {
  const { userId, bankCardId, amount } = given;
  const { state, withdrawable, cards } = await getWallet({ userId });
  if (!cards.some(({ id }) => id === bankCardId)) throw new Refusal('not_found', { bankCardId });
  if (state !== 'active') throw new Refusal('account_frozen');
  if (amount.amountMinor > withdrawable.amountMinor) {
    throw new Refusal('over_withdrawable', { most: formatMoney(withdrawable) });
  }
  await requestConfirmationCode({ userId, subject: withdrawalSubject(given), amount });
}
