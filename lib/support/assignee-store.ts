import { db } from '@/lib/core/db';
import type { StaffRole } from '@/lib/core/staff-permissions';

/** Who works in one of these roles, by name. */
export const selectStaffOf = (
  roles: readonly StaffRole[],
): Promise<{ id: string; displayName: string }[]> =>
  db().user.findMany({
    where: { staffRole: { in: [...roles] }, disabledAt: null },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    select: { id: true, displayName: true },
  });
