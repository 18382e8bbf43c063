import type { StaffActor } from '@/lib/core/staff-permissions';

/** Somebody of the office who may read everything, and change nothing. */
export const READER: StaffActor = { id: 'usr_reader', staffRole: 'auditor' };
