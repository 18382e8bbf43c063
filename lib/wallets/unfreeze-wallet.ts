import { checkConfirmationCode } from '@/lib/auth/check-confirmation-code';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { checkPaymentPassword } from '@/lib/customers/check-payment-password';
import { unfreezeAccount } from '@/lib/ledger/unfreeze-account';
import { getWalletAccount } from './get-wallet-account';
import { FROZEN_BY_OWNER } from './rules';
import { selectFreezeCause } from './store';

/**
 * Ends a freeze that the owner made. What the office froze stays frozen: there the owner is perhaps
 * not the one who asks.
 *
 * @throws Refusal frozen_by_office, payment_password_wrong {left}, payment_password_locked
 * {minutes}, confirmation_code_wrong, wallet_not_activated, balance_not_offered
 */
export async function unfreezeWallet(given: {
  userId: string;
  password: string;
  code: string;
}): Promise<void> {
  const { userId, password, code } = given;
  const { customerId, account } = await getWalletAccount({ userId });
  await checkPaymentPassword({ customerId, password });
  await checkConfirmationCode({ userId, subject: 'unfreeze', code });
  await inTransaction(async (tx) => {
    const cause = await selectFreezeCause(tx, account);
    if (cause !== undefined && cause !== FROZEN_BY_OWNER) throw new Refusal('frozen_by_office');
    await unfreezeAccount(tx, { account, actor: `user:${userId}`, cause: 'unfrozen by the owner' });
  });
}
