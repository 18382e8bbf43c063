import type { StaffMember } from './staff-member';
import { selectMember } from './staff-store';

/** Somebody of the office who can sign in; undefined for anybody else, and for who can't any more. */
export async function findColleague(
  userId: string,
): Promise<Pick<StaffMember, 'id' | 'displayName' | 'staffRole'> | undefined> {
  const found = await selectMember(userId);
  if (!found || found.disabledAt !== null) return undefined;
  const { id, displayName, staffRole } = found;
  return { id, displayName, staffRole };
}
