import { recordAudit } from '@/lib/audit/record-audit';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { selectSessionUser, type UserRow } from './store';
import { noteSignIn } from './totp-store';

/**
 * Who signs in to the office, on record; the session itself is the caller's. Somebody whose sessions were
 * ended, or who was shut out, while they looked for their code, starts again.
 *
 * @throws Refusal sign_in_failed
 */
export function openStaffSession({
  id,
  tokenVersion,
}: Pick<UserRow, 'id' | 'tokenVersion'>): Promise<UserRow> {
  return inTransaction(async (tx) => {
    const user = await selectSessionUser({ userId: id, tokenVersion }, tx);
    if (user?.role !== 'office') throw new Refusal('sign_in_failed');
    await noteSignIn(tx, id);
    await recordAudit(tx, {
      actor: id,
      action: 'session.start',
      subjectType: 'user',
      subjectId: id,
    });
    return user;
  });
}
