import { checkStaffPassword } from './check-staff-password';
import { openMemberSession } from './open-member-session';
import { openStaffSession } from './open-staff-session';
import type { UserRow } from './store';
import { verifyMemberCode } from './verify-member-code';
import { verifyStaffCode } from './verify-staff-code';

/**
 * A merchant's member or office user by e-mail (as emailSchema gives it), password and a code of their
 * authenticator. Without one nobody is let in.
 *
 * @throws Refusal sign_in_failed, totp_wrong, totp_needed, too_many_requests
 */
export async function signInStaff(given: {
  email: string;
  password: string;
  /** Six digits. */
  code?: string | undefined;
  address: string;
}): Promise<UserRow> {
  const user = await checkStaffPassword(given);
  const proof = { userId: user.id, code: given.code ?? '' };
  if (user.role === 'office') {
    await verifyStaffCode(proof);
    return openStaffSession(user);
  }
  await verifyMemberCode(proof);
  return openMemberSession(user);
}
