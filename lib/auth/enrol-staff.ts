import { recordAudit } from '@/lib/audit/record-audit';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { hashPassword, passwordMatches } from '@/lib/core/password';
import { inTransaction } from '@/lib/core/unit-of-work';
import { keepItem } from '@/lib/vault/keep-item';
import { spendBudget } from './budgets';
import { selectPasswordHash, type UserRow } from './store';
import { totpStepOf } from './totp';
import { insertTotp } from './totp-store';

/**
 * Sets up the authenticator of a member who has none: its first code proves that the secret arrived, and
 * a password of the member's own takes the place of the one that somebody gave them. Answers the member
 * as they sign in from now on; every session and every half-done sign-in of before has ended.
 *
 * @throws Refusal totp_wrong, staff_password_used, sign_in_failed (set up meanwhile, or shut out),
 *   too_many_requests
 */
export async function enrolStaff(given: {
  userId: string;
  tokenVersion: number;
  /** Base 32, as the authenticator got it. */
  secret: string;
  code: string;
  password: string;
}): Promise<Pick<UserRow, 'id' | 'tokenVersion'>> {
  const { userId, tokenVersion, secret, code, password } = given;
  await spendBudget('staff-code', userId);
  await spendBudget('staff-code-day', userId);
  const step = totpStepOf(secret, code, await databaseNow());
  if (step === undefined) throw new Refusal('totp_wrong', { userId });
  if (await passwordMatches(password, await selectPasswordHash(userId))) {
    throw new Refusal('staff_password_used', { userId });
  }
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const itemId = await keepItem(tx, { purpose: 'staff_totp', plain: secret });
    if (!(await insertTotp(tx, { userId, tokenVersion, itemId, step, passwordHash }))) {
      throw new Refusal('sign_in_failed', { userId });
    }
    await recordAudit(tx, {
      actor: userId,
      action: 'authenticator.set_up',
      subjectType: 'user',
      subjectId: userId,
    });
  });
  return { id: userId, tokenVersion: tokenVersion + 1 };
}
