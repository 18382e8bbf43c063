import { removeItem } from '@/lib/vault/remove-item';
import { type ColleagueChange, changeColleague } from './change-colleague';
import { clearMemberTotp } from './member-store';

/**
 * Takes a member's authenticator away, as when its phone is lost: every session ends, and the next sign-in,
 * by the member's own password, sets up another one.
 *
 * @throws Refusal as changeColleague
 */
export const removeColleagueAuthenticator = (given: ColleagueChange): Promise<void> =>
  changeColleague(given, async (tx, { id, totpItemId }) => {
    await clearMemberTotp(tx, id);
    if (totpItemId) await removeItem(tx, { itemId: totpItemId, purpose: 'staff_totp' });
    return { from: totpItemId ? 'authenticator' : null, to: 'no_authenticator' };
  });
