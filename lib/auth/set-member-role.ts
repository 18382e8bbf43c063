import type { MerchantRole } from '@/lib/core/merchant-permissions';
import { type ColleagueChange, changeColleague } from './change-colleague';
import { updateMerchantRole } from './member-store';

/**
 * Gives a member another role; it counts from their next request on.
 *
 * @throws Refusal as changeColleague
 */
export const setMemberRole = ({
  role,
  ...given
}: ColleagueChange & { role: MerchantRole }): Promise<void> =>
  changeColleague(given, async (tx, { id, merchantRole }) => {
    await updateMerchantRole(tx, id, role);
    return { from: merchantRole, to: role };
  });
