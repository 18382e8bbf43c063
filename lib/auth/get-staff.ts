import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { StaffMember } from './staff-member';
import { selectMember } from './staff-store';

/** @throws Refusal not_permitted, not_found */
export async function getStaff({
  userId,
  by,
}: {
  userId: string;
  by: StaffActor;
}): Promise<StaffMember> {
  requireMay(by, 'staff.read');
  const found = await selectMember(userId);
  if (!found) throw new Refusal('not_found', { userId: userId.slice(0, 40) });
  const { totpItemId: _, ...member } = found;
  return member;
}
