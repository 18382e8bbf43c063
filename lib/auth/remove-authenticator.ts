import { changeMember, type MemberChange } from './change-member';
import { clearMemberTotp } from './clear-member-totp';

/**
 * Takes a member's authenticator away, as when its phone is lost: every session ends, and the next sign-in,
 * by the member's own password, sets up another one.
 *
 * @throws Refusal as changeMember
 */
export const removeAuthenticator = (given: MemberChange): Promise<void> =>
  changeMember(given, async (tx, member) => {
    await clearMemberTotp(tx, member);
    return {
      what: 'authenticator',
      before: { authenticator: member.totpItemId !== null },
      after: { authenticator: false },
    };
  });
