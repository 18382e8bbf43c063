import { checkStaffPassword } from './check-staff-password';
import type { PendingStaff } from './pending-staff';
import { newTotpSecret } from './totp';
import { selectTotp } from './totp-store';

/**
 * The first half of signing in by our forms, for the office and for merchants' members alike: the password
 * was right, and the code comes next, or an authenticator is set up first (then `secret` is a new one).
 *
 * @throws Refusal sign_in_failed, too_many_requests
 */
export async function startStaffSignIn(given: {
  email: string;
  password: string;
  address: string;
}): Promise<PendingStaff> {
  const { id: userId, tokenVersion, role: of } = await checkStaffPassword(given);
  const role = of === 'office' ? 'office' : 'merchant';
  const pending = { userId, tokenVersion, role, email: given.email } as const;
  const enrolled = Boolean((await selectTotp({ userId, role }))?.totpItemId);
  return enrolled ? pending : { ...pending, secret: newTotpSecret() };
}
