import type { MerchantRole } from '@/lib/core/merchant-permissions';

/** Somebody of a merchant, as the list of its members shows them. */
export interface Member {
  id: string;
  displayName: string;
  email: string;
  merchantRole: MerchantRole;
  hasAuthenticator: boolean;
  createdAt: Date;
  lastSignInAt: Date | null;
  /** Since when they can't sign in; null for who can. */
  disabledAt: Date | null;
}

/** Somebody who was asked to join and has not answered. */
export interface Invitation {
  id: string;
  email: string;
  merchantRole: MerchantRole;
  createdAt: Date;
  expiresAt: Date;
  /** True once its time is over: it may be withdrawn, and no longer used. */
  isOver: boolean;
}
