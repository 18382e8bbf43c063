import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { type AccountMove, moveAccount } from './move-account';

/**
 * Ends an account for good. Refusals: account_not_empty (money or a hold is on it), account_closed,
 * state_conflict when it is frozen.
 */
export async function closeAccount(tx: Tx, move: AccountMove): Promise<void> {
  await moveAccount(tx, 'close', move, ({ id, balance, held }) => {
    if (balance.amountMinor !== 0n || held.amountMinor !== 0n) {
      throw new Refusal('account_not_empty', { account: id });
    }
  });
}
