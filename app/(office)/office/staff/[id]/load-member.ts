import { notFound } from 'next/navigation';
import { getStaff } from '@/lib/auth/get-staff';
import type { StaffMember } from '@/lib/auth/staff-member';
import { isRefusal } from '@/lib/core/errors';
import type { StaffActor } from '@/lib/core/staff-permissions';

/** The member, for a page; an address that names none is a 404. */
export async function loadMember(userId: string, by: StaffActor): Promise<StaffMember> {
  try {
    return await getStaff({ userId, by });
  } catch (error) {
    if (isRefusal(error) && error.code === 'not_found') notFound();
    throw error;
  }
}
