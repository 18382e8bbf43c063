import type { MerchantRole } from '@/lib/core/merchant-permissions';
import type { StaffRole } from '@/lib/core/staff-permissions';
import type { Role } from './rules';
import type { UserRow } from './store';

/** A person with an account of ours. */
export interface CurrentUser {
  id: string;
  role: Role;
  displayName: string;
  phoneMasked: string | null;
  merchantId: string | null;
  /** What somebody of the office does there; null for everybody else. */
  staffRole: StaffRole | null;
  /** What a merchant's member does for it; null for everybody else. */
  merchantRole: MerchantRole | null;
}

export function toUser({ tokenVersion: _, ...user }: UserRow): CurrentUser {
  return user;
}
