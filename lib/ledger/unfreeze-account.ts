import type { Tx } from '@/lib/core/db';
import { type AccountMove, moveAccount } from './move-account';

/** Money can go out again. Refusals: account_closed, state_conflict when it is not frozen. */
export async function unfreezeAccount(tx: Tx, move: AccountMove): Promise<void> {
  await moveAccount(tx, 'unfreeze', move);
}
