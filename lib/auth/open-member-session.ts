import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { selectSessionUser, type UserRow } from './store';
import { noteSignIn } from './totp-store';

/**
 * Who signs in for a merchant; the session itself is the caller's. Somebody whose sessions were ended, or
 * who was shut out, while they looked for their code, starts again.
 *
 * @throws Refusal sign_in_failed
 */
export function openMemberSession({
  id,
  tokenVersion,
}: Pick<UserRow, 'id' | 'tokenVersion'>): Promise<UserRow> {
  return inTransaction(async (tx) => {
    const user = await selectSessionUser({ userId: id, tokenVersion }, tx);
    if (user?.role !== 'merchant') throw new Refusal('sign_in_failed');
    await noteSignIn(tx, id);
    return user;
  });
}
