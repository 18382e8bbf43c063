import { type ColleagueChange, changeColleague } from './change-colleague';
import { raiseTokenVersion } from './store';

/**
 * Ends every session of a member at once, on every device.
 *
 * @throws Refusal as changeColleague
 */
export const revokeColleagueSessions = (given: ColleagueChange): Promise<void> =>
  changeColleague(given, async (tx, { id }) => {
    await raiseTokenVersion(id, tx);
    return { from: null, to: 'sessions_ended' };
  });
