import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { openItem } from '@/lib/vault/open-item';
import { forgiveBudget, returnToBudget, spendBudget } from './budgets';
import { totpStepOf } from './totp';
import { selectTotp, spendTotpStep } from './totp-store';

/**
 * Returns when the code is of this person's authenticator and was not used before. A code counts for half
 * a minute before and after its own, once, and none of an earlier step afterwards. Guesses are counted
 * before they are looked at.
 *
 * @throws Refusal totp_wrong, totp_needed (no authenticator yet, or not of that role), too_many_requests
 */
export async function checkAuthenticatorCode({
  userId,
  role,
  code,
}: {
  userId: string;
  role: 'office' | 'merchant';
  code: string;
}): Promise<void> {
  await spendBudget('staff-code', userId);
  await spendBudget('staff-code-day', userId);
  const itemId = (await selectTotp({ userId, role }))?.totpItemId;
  if (!itemId) throw new Refusal('totp_needed', { userId });
  const secret = await openItem({ itemId, actor: userId, purpose: 'staff_totp' });
  const step = totpStepOf(secret, code, await databaseNow());
  if (step === undefined || !(await spendTotpStep({ userId, itemId, step }))) {
    throw new Refusal('totp_wrong', { userId });
  }
  await forgiveBudget('staff-code', userId);
  // Of the day only this try: wrong guesses of the same day still stand against it.
  await returnToBudget('staff-code-day', userId);
}
