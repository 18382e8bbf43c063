import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { isExternal } from './chart';
import { type AccountMove, moveAccount } from './move-account';

/**
 * Nothing goes out of the account from now on; money still comes in, and holds placed before can
 * still be captured: what they promised may already be on its way. Makes the account if it was never
 * used. Refusals: account_internal (those are always bookable), account_closed, state_conflict when
 * it is frozen.
 */
export async function freezeAccount(tx: Tx, move: AccountMove): Promise<void> {
  if (!isExternal(move.account.subject)) {
    throw new Refusal('account_internal', { subject: move.account.subject });
  }
  await moveAccount(tx, 'freeze', move);
}
