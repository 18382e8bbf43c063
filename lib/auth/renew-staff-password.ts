import { changeMember, type MemberChange } from './change-member';
import { clearMemberTotp } from './clear-member-totp';
import { oneTimePassword } from './one-time-password';
import { updatePasswordHash } from './staff-store';

/**
 * Gives a member who has forgotten theirs another password, shown this once. Like somebody new they set up an
 * authenticator with it, and with that a password of their own; the old password and authenticator end with
 * every session.
 *
 * @throws Refusal as changeMember
 */
export async function renewStaffPassword(given: MemberChange): Promise<{ password: string }> {
  const { password, passwordHash } = await oneTimePassword();
  await changeMember(given, async (tx, member) => {
    await clearMemberTotp(tx, member);
    await updatePasswordHash(tx, member.id, passwordHash);
    return { what: 'password', after: { authenticator: false } };
  });
  return { password };
}
