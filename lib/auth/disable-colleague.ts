import { type ColleagueChange, changeColleague } from './change-colleague';
import { disableMember } from './staff-store';

/**
 * A member can't sign in any more, and every session of theirs ends at once.
 *
 * @throws Refusal as changeColleague
 */
export const disableColleague = (given: ColleagueChange): Promise<void> =>
  changeColleague(given, async (tx, { id, disabledAt }) => {
    await disableMember(tx, id);
    return { from: disabledAt ? 'disabled' : 'enabled', to: 'disabled' };
  });
