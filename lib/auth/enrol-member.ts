import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { keepItem } from '@/lib/vault/keep-item';
import { spendBudget } from './budgets';
import { insertMemberTotp } from './member-store';
import type { UserRow } from './store';
import { totpStepOf } from './totp';

/**
 * Sets up the authenticator of a merchant's member who has none: its first code proves that the secret
 * arrived. The password is their own already. Every session and half-done sign-in of before has ended.
 *
 * @throws Refusal totp_wrong, sign_in_failed (set up meanwhile, or shut out), too_many_requests
 */
export async function enrolMember(given: {
  userId: string;
  tokenVersion: number;
  /** Base 32, as the authenticator got it. */
  secret: string;
  code: string;
}): Promise<Pick<UserRow, 'id' | 'tokenVersion'>> {
  const { userId, tokenVersion, secret, code } = given;
  await spendBudget('staff-code', userId);
  await spendBudget('staff-code-day', userId);
  const step = totpStepOf(secret, code, await databaseNow());
  if (step === undefined) throw new Refusal('totp_wrong', { userId });
  await inTransaction(async (tx) => {
    const itemId = await keepItem(tx, { purpose: 'staff_totp', plain: secret });
    if (!(await insertMemberTotp(tx, { userId, tokenVersion, itemId, step }))) {
      throw new Refusal('sign_in_failed', { userId });
    }
  });
  return { id: userId, tokenVersion: tokenVersion + 1 };
}
