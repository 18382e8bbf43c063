import { type ColleagueChange, changeColleague } from './change-colleague';
import { enableMember } from './staff-store';

/**
 * A member can sign in again, with the password and the authenticator of before.
 *
 * @throws Refusal as changeColleague
 */
export const enableColleague = (given: ColleagueChange): Promise<void> =>
  changeColleague(given, async (tx, { id, disabledAt }) => {
    await enableMember(tx, id);
    return { from: disabledAt ? 'disabled' : 'enabled', to: 'enabled' };
  });
