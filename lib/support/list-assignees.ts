import { mayDo, STAFF_ROLES } from '@/lib/core/staff-permissions';
import { selectStaffOf } from './assignee-store';

/** Whom a case can be handed to: everybody in the office who may take one, by name. */
export const listAssignees = (): Promise<{ id: string; displayName: string }[]> =>
  selectStaffOf(STAFF_ROLES.filter((role) => mayDo(role, 'case.assign')));
