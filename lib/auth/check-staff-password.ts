import { Refusal } from '@/lib/core/errors';
import { passwordMatches } from '@/lib/core/password';
import { forgiveBudget, spendBudget } from './budgets';
import { selectStaff, type UserRow } from './store';

/**
 * Whose e-mail (as emailSchema gives it) and password these are: no session follows, for a
 * code is asked, too. An unknown address takes as long as a wrong password and gets the same answer; so
 * do a refusal of the budget, and somebody who may no longer sign in.
 *
 * @throws Refusal sign_in_failed, too_many_requests
 */
export async function checkStaffPassword(given: {
  email: string;
  password: string;
  address: string;
}): Promise<UserRow> {
  const pair = `${given.email} ${given.address}`;
  await spendBudget('staff-address', given.address);
  await spendBudget('staff-account-address', pair);
  await spendBudget('staff-account', given.email);
  const staff = await selectStaff(given.email);
  const matches = await passwordMatches(given.password, staff?.passwordHash ?? null);
  if (!staff || !matches) throw new Refusal('sign_in_failed');
  await forgiveBudget('staff-account-address', pair);
  await forgiveBudget('staff-account', given.email);
  const { passwordHash: _, ...user } = staff;
  return user;
}
