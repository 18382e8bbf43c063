import { changeMember, type MemberChange } from './change-member';
import { disableMember } from './staff-store';

/**
 * A member can't sign in any more, and every session of theirs ends at once.
 *
 * @throws Refusal as changeMember
 */
export const disableStaff = (given: MemberChange): Promise<void> =>
  changeMember(given, async (tx, { id, disabledAt }) => {
    await disableMember(tx, id);
    return {
      what: 'disable',
      before: { disabled: disabledAt !== null },
      after: { disabled: true },
    };
  });
