import { changeMember, type MemberChange } from './change-member';
import { enableMember } from './staff-store';

/**
 * A member can sign in again, with the password and the authenticator of before.
 *
 * @throws Refusal as changeMember
 */
export const enableStaff = (given: MemberChange): Promise<void> =>
  changeMember(given, async (tx, { id, disabledAt }) => {
    await enableMember(tx, id);
    return {
      what: 'enable',
      before: { disabled: disabledAt !== null },
      after: { disabled: false },
    };
  });
