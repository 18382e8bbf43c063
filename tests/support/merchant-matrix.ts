import {
  MERCHANT_ROLES,
  type MerchantAction,
  type MerchantRole,
} from '@/lib/core/merchant-permissions';

/**
 * What each address and each use case of a merchant's console takes, written down a second time: the tests
 * compare it with the tree, so that what is new has to be decided here, too.
 */

/** Pages and routes by their place in app/(merchant)/merchant: what they take, and an address to ask. */
export const MERCHANT_ADDRESSES: Record<
  string,
  { takes: MerchantAction | 'membership'; at?: string; post?: true }
> = {
  'page.tsx': { takes: 'figures.read', at: '' },
  'agreements/page.tsx': { takes: 'agreement.read' },
  'appearance/logo/route.ts': { takes: 'settings.change', post: true },
  'appearance/page.tsx': { takes: 'settings.read' },
  'appearance/preview/route.ts': { takes: 'settings.read', post: true },
  'balance/page.tsx': { takes: 'balance.read' },
  'carrier-statements/[id]/lines.csv/route.ts': {
    takes: 'carrier_statement.read',
    at: 'carrier-statements/cas_nothing/lines.csv',
  },
  'carrier-statements/page.tsx': { takes: 'carrier_statement.read' },
  'changes/page.tsx': { takes: 'member.read' },
  'deliveries/[id]/page.tsx': { takes: 'endpoint.read', at: 'deliveries/dlv_nothing' },
  'deliveries/page.tsx': { takes: 'endpoint.read' },
  'deliveries/resend/page.tsx': { takes: 'delivery.resend' },
  'endpoints/[id]/page.tsx': { takes: 'endpoint.read', at: 'endpoints/whe_nothing' },
  'endpoints/new/page.tsx': { takes: 'endpoint.change' },
  'endpoints/page.tsx': { takes: 'endpoint.read' },
  'going-live/page.tsx': { takes: 'figures.read' },
  'keys/page.tsx': { takes: 'key.read' },
  'links/[id]/page.tsx': { takes: 'link.read', at: 'links/plk_nothing' },
  'links/[id]/sheet/page.tsx': { takes: 'link.read', at: 'links/plk_nothing/sheet' },
  'links/new/page.tsx': { takes: 'link.change' },
  'links/page.tsx': { takes: 'link.read' },
  'members/[id]/page.tsx': { takes: 'member.read', at: 'members/usr_nothing' },
  'members/page.tsx': { takes: 'member.read' },
  'migrations/[id]/agreements.csv/route.ts': {
    takes: 'migration.upload',
    at: 'migrations/mig_nothing/agreements.csv',
  },
  'migrations/[id]/rejects.csv/route.ts': {
    takes: 'migration.upload',
    at: 'migrations/mig_nothing/rejects.csv',
  },
  'migrations/file/route.ts': { takes: 'migration.upload', post: true },
  'migrations/page.tsx': { takes: 'migration.upload' },
  'not-permitted/page.tsx': { takes: 'membership' },
  'orders/[id]/page.tsx': { takes: 'order.read', at: 'orders/ord_nothing' },
  'orders/page.tsx': { takes: 'order.read' },
  'refund-policy/page.tsx': { takes: 'settings.read' },
  'refunds/page.tsx': { takes: 'order.read' },
  'requests/page.tsx': { takes: 'request_log.read' },
  'settings/page.tsx': { takes: 'settings.read' },
  'signatures/page.tsx': { takes: 'key.read' },
  'statements/[month]/page.tsx': { takes: 'statement.read', at: 'statements/2026-01' },
  'statements/[month]/statement.csv/route.ts': {
    takes: 'statement.read',
    at: 'statements/2026-01/statement.csv',
  },
  'statements/page.tsx': { takes: 'statement.read' },
  'subscriptions/page.tsx': { takes: 'subscription.read' },
  'withdrawals/page.tsx': { takes: 'withdrawal.request' },
};

interface UseCase {
  takes: MerchantAction;
  /** What it is asked with beside `by`; anything will do for what looks at `by` first. */
  given?: Record<string, unknown>;
}
const takes = (action: MerchantAction): UseCase => ({ takes: action });

/** Use cases by their place in lib: what they take of a member who calls them. */
export const MERCHANT_USE_CASES: Record<string, UseCase> = {
  'agreements/end-agreement': takes('agreement.end'),
  'auth/create-invitation': takes('member.change'),
  'auth/disable-colleague': takes('member.change'),
  'auth/enable-colleague': takes('member.change'),
  'auth/get-member': takes('member.read'),
  'auth/list-members': takes('member.read'),
  'auth/remove-colleague-authenticator': takes('member.change'),
  'auth/revoke-colleague-sessions': takes('member.change'),
  'auth/revoke-invitation': takes('member.change'),
  'auth/set-member-role': takes('member.change'),
  'insights/check-going-live': takes('figures.read'),
  'insights/get-figures': takes('figures.read'),
  'merchants/create-api-key-by-member': takes('key.change'),
  'merchants/create-link-key-by-member': takes('key.change'),
  'merchants/create-sm2-key': takes('key.change'),
  'merchants/create-webhook-endpoint': takes('endpoint.change'),
  'merchants/end-former-webhook-secret': takes('endpoint.change'),
  'merchants/get-signing': takes('key.read'),
  'merchants/list-keys': takes('key.read'),
  'merchants/list-merchant-changes': takes('member.read'),
  'merchants/remove-merchant-logo': takes('settings.change'),
  'merchants/remove-webhook-endpoint': takes('endpoint.change'),
  'merchants/revoke-key': takes('key.change'),
  'merchants/rotate-webhook-secret': takes('endpoint.change'),
  'merchants/set-late-policy': takes('settings.change'),
  'merchants/set-limits': takes('settings.change'),
  'merchants/set-merchant-accent': takes('settings.change'),
  'merchants/set-merchant-logo': takes('settings.change'),
  'merchants/set-methods': takes('settings.change'),
  'merchants/set-own-return-origins': takes('settings.change'),
  'merchants/set-refund-policy': takes('settings.change'),
  'merchants/set-signing-terms': takes('key.change'),
  'merchants/set-webhook-endpoint': takes('endpoint.change'),
  'merchants/switch-mode': takes('settings.read'),
  'merchants/switch-webhook-endpoint': takes('endpoint.change'),
  'orders/open-preview': takes('settings.read'),
  'payment-links/create-payment-link': takes('link.change'),
  'payment-links/switch-payment-link': takes('link.change'),
  'payouts/set-merchant-account': takes('payout_account.change'),
  'refunds/approve-refund-by-member': takes('refund.decide'),
  'refunds/decline-refund-by-member': takes('refund.decide'),
  'refunds/list-refunds-of-merchant': takes('order.read'),
  'refunds/request-refund-by-member': takes('refund.request'),
  'settlement/request-withdrawal-by-member': takes('withdrawal.request'),
  'subscriptions/cancel-subscription': takes('subscription.cancel'),
  'support/list-merchant-timeline': takes('order.read'),
  'webhooks/resend-deliveries': takes('delivery.resend'),
  'webhooks/resend-delivery': takes('delivery.resend'),
  'webhooks/send-test-event': takes('delivery.resend'),
};

/** Parts of use cases of the table, in files of their own: they ask, and are never called from the web. */
export const MERCHANT_PARTS = [
  ...['auth/change-colleague', 'merchants/change-setting', 'subscriptions/cancel-within'],
];

/**
 * Who may do what, written down a second time by role. A permission that is given or taken is a decision of
 * two places.
 */
const READS: readonly MerchantAction[] = [
  ...(['figures.read', 'order.read', 'link.read', 'settings.read'] as const),
  ...(['agreement.read', 'subscription.read'] as const),
];
const HELPS: readonly MerchantAction[] = [
  ...(['refund.request', 'refund.decide', 'link.change'] as const),
  ...(['agreement.end', 'subscription.cancel'] as const),
];
const MONEY: readonly MerchantAction[] = [
  ...(['balance.read', 'statement.read', 'withdrawal.request', 'carrier_statement.read'] as const),
];
const CONNECTS: readonly MerchantAction[] = [
  ...(['key.read', 'key.change', 'endpoint.read', 'endpoint.change'] as const),
  ...(['delivery.resend', 'request_log.read', 'migration.upload'] as const),
];
export const MERCHANT_MAY: Record<MerchantRole, readonly MerchantAction[]> = {
  owner: [
    ...[...READS, ...HELPS, ...MONEY, ...CONNECTS],
    ...(['settings.change', 'payout_account.change', 'member.read', 'member.change'] as const),
  ],
  developer: [...READS, ...CONNECTS],
  finance: [...READS, ...HELPS, ...MONEY],
  support: [...READS, ...HELPS],
};

/** The roles that may do it. */
export const merchantRolesFor = (action: MerchantAction): MerchantRole[] =>
  MERCHANT_ROLES.filter((role) => MERCHANT_MAY[role].includes(action));
