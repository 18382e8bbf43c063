import { Refusal } from './errors';

/** What somebody does for a merchant. */
export const MERCHANT_ROLES = ['owner', 'developer', 'finance', 'support'] as const;
export type MerchantRole = (typeof MERCHANT_ROLES)[number];

/** A member of a merchant, as every use case of its console takes one. */
export interface MerchantActor {
  id: string;
  merchantId: string;
  merchantRole: MerchantRole;
}

const EVERYBODY = MERCHANT_ROLES;
const OWNERS = ['owner'] as const;
const DEVELOPERS = ['owner', 'developer'] as const;
const FINANCE = ['owner', 'finance'] as const;
const SUPPORT = ['owner', 'finance', 'support'] as const;

/**
 * Who may do what for a merchant: the one table. Use cases enforce it (`requireMerchantMay`); pages only
 * ask it what to offer.
 */
export const MERCHANT_PERMISSIONS = {
  'figures.read': EVERYBODY,
  'order.read': EVERYBODY,
  'refund.request': SUPPORT,
  'refund.decide': SUPPORT,
  'link.read': EVERYBODY,
  'link.change': ['owner', 'finance', 'support'],
  'balance.read': FINANCE,
  'statement.read': FINANCE,
  'withdrawal.request': FINANCE,
  'payout_account.change': OWNERS,
  'key.read': DEVELOPERS,
  'key.change': DEVELOPERS,
  'endpoint.read': DEVELOPERS,
  'endpoint.change': DEVELOPERS,
  'delivery.resend': DEVELOPERS,
  'request_log.read': DEVELOPERS,
  'settings.read': EVERYBODY,
  'settings.change': OWNERS,
  'agreement.read': EVERYBODY,
  'agreement.end': SUPPORT,
  'migration.upload': DEVELOPERS,
  'subscription.read': EVERYBODY,
  'subscription.cancel': SUPPORT,
  'carrier_statement.read': FINANCE,
  'member.read': OWNERS,
  'member.change': OWNERS,
} as const satisfies Record<string, readonly MerchantRole[]>;

export type MerchantAction = keyof typeof MERCHANT_PERMISSIONS;

export const merchantMay = (role: MerchantRole | null, action: MerchantAction): boolean =>
  role !== null && (MERCHANT_PERMISSIONS[action] as readonly MerchantRole[]).includes(role);

/** @throws Refusal not_permitted */
export function requireMerchantMay(actor: MerchantActor, action: MerchantAction): void {
  if (!merchantMay(actor.merchantRole, action)) throw new Refusal('not_permitted', { action });
}
