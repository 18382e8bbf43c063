import { changeMember, type MemberChange } from './change-member';
import { raiseTokenVersion } from './store';

/**
 * Ends every session of a member at once, on every device.
 *
 * @throws Refusal as changeMember
 */
export const revokeStaffSessions = (given: MemberChange): Promise<void> =>
  changeMember(given, async (tx, { id }) => {
    await raiseTokenVersion(id, tx);
    return { what: 'sessions' };
  });
