import { isRefusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { freezeAccount } from '@/lib/ledger/freeze-account';
import { getWalletAccount } from './get-wallet-account';
import { FROZEN_BY_OWNER } from './rules';

/**
 * Freezes the owner's wallet at once: nothing leaves it any more, money still comes in. It asks for
 * no password, because whoever is in a hurry here has lost something. Frozen already is frozen.
 *
 * @throws Refusal wallet_not_activated, balance_not_offered, account_closed
 */
export async function freezeWallet({ userId }: { userId: string }): Promise<void> {
  const { account } = await getWalletAccount({ userId });
  try {
    await inTransaction((tx) =>
      freezeAccount(tx, { account, actor: `user:${userId}`, cause: FROZEN_BY_OWNER }),
    );
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'state_conflict') throw error;
  }
}
