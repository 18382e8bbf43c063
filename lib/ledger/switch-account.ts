import { inTransaction } from '@/lib/core/unit-of-work';
import { freezeAccount } from './freeze-account';
import type { AccountMove } from './move-account';
import { unfreezeAccount } from './unfreeze-account';

/**
 * Freezes or unfreezes an account at a person's wish, in a commit of its own. Refusals as in
 * freezeAccount and unfreezeAccount.
 */
export async function switchAccount({
  to,
  ...move
}: AccountMove & { to: 'frozen' | 'active' }): Promise<void> {
  await inTransaction((tx) =>
    to === 'frozen' ? freezeAccount(tx, move) : unfreezeAccount(tx, move),
  );
}
