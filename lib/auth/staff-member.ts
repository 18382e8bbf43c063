import type { StaffRole } from '@/lib/core/staff-permissions';

/** Somebody of the office, as the list of staff shows them. */
export interface StaffMember {
  id: string;
  displayName: string;
  email: string;
  staffRole: StaffRole;
  hasAuthenticator: boolean;
  createdAt: Date;
  lastSignInAt: Date | null;
  /** From when on they may agree to what others propose; null for who always could. */
  checksFrom: Date | null;
  /** Since when they can't sign in; null for who can. */
  disabledAt: Date | null;
}
