import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { StaffMember } from './staff-member';
import { selectMembers } from './staff-store';

/**
 * Everybody of the office, by role and name; those who can't sign in any more, too.
 *
 * @throws Refusal not_permitted
 */
export async function listStaff({ by }: { by: StaffActor }): Promise<StaffMember[]> {
  requireMay(by, 'staff.read');
  return (await selectMembers()).map(({ totpItemId: _, ...member }) => member);
}
