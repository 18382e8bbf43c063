import { spendBudget } from '@/lib/auth/budgets';
import { checkConfirmationCode } from '@/lib/auth/check-confirmation-code';
import { Refusal } from '@/lib/core/errors';
import { setPaymentPassword } from '@/lib/customers/set-payment-password';
import { isIdNoOf } from '@/lib/persons/is-id-no-of';
import { getWalletAccount } from './get-wallet-account';

/**
 * Replaces the payment password, known or forgotten, and ends a lock, for the wallet and for whatever
 * else the user owns at merchants. A code alone would make the phone the only key to the money, so
 * the identity number is asked for as well.
 *
 * @throws Refusal identity_unproved, confirmation_code_wrong, too_many_requests,
 * wallet_not_activated, balance_not_offered
 */
export async function setWalletPassword(given: {
  userId: string;
  code: string;
  /** As idNoSchema gives it. */
  idNo: string;
  /** Six digits. */
  password: string;
}): Promise<void> {
  const { userId, idNo, code, password } = given;
  const { person } = await getWalletAccount({ userId });
  await spendBudget('identity-user', userId);
  if (!(await isIdNoOf({ personId: person.id, idNo }))) throw new Refusal('identity_unproved');
  await checkConfirmationCode({ userId, subject: 'payment-password', code });
  await setPaymentPassword({ userId, password });
}
