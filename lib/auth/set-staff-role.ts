import type { StaffRole } from '@/lib/core/staff-permissions';
import { changeMember, type MemberChange } from './change-member';
import { updateRole } from './staff-store';

/**
 * Gives a member another role; it counts from their next request on.
 *
 * @throws Refusal as changeMember
 */
export const setStaffRole = ({
  role,
  ...given
}: MemberChange & { role: StaffRole }): Promise<void> =>
  changeMember(given, async (tx, { id, staffRole }) => {
    await updateRole(tx, id, role);
    return { what: 'role', before: { role: staffRole }, after: { role } };
  });
