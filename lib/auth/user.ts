import type { Role } from './rules';
import type { UserRow } from './store';

/** A person with an account of ours. */
export interface CurrentUser {
  id: string;
  role: Role;
  displayName: string;
  phoneMasked: string | null;
  merchantId: string | null;
}

export function toUser({ tokenVersion: _, ...user }: UserRow): CurrentUser {
  return user;
}
