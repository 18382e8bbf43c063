import { STAFF_ROLES, type StaffAction, type StaffRole } from '@/lib/core/staff-permissions';

/**
 * What each address and each use case of the office takes, written down a second time: the tests compare it
 * with the tree, so that what is new has to be decided here, too.
 */

/** Pages and routes by their place in app/(office)/office: what they take, and an address to ask. */
export const OFFICE_ADDRESSES: Record<
  string,
  { takes: StaffAction | 'membership'; at?: string; post?: true }
> = {
  'page.tsx': { takes: 'ledger.read', at: '' },
  'not-permitted/page.tsx': { takes: 'membership' },
  'attachments/[id]/route.ts': { takes: 'attachment.read', at: 'attachments/atc_nothing' },
  'attachments/route.ts': { takes: 'membership', post: true },
  'attempts/[id]/page.tsx': { takes: 'order.read', at: 'attempts/att_nothing' },
  'attempts/page.tsx': { takes: 'order.read' },
  'audit/log.csv/route.ts': { takes: 'audit.read' },
  'audit/page.tsx': { takes: 'audit.read' },
  'carrier-statements/file/route.ts': { takes: 'statement.import', post: true },
  'carrier-statements/page.tsx': { takes: 'reconciliation.read' },
  'carriers/file/route.ts': { takes: 'catalogue.import', post: true },
  'carriers/lines.csv/route.ts': { takes: 'channel.read' },
  'carriers/page.tsx': { takes: 'channel.read' },
  'carriers/ranges.csv/route.ts': { takes: 'channel.read' },
  'channels/new/page.tsx': { takes: 'contract.change', at: 'channels/new?channel=unionpay' },
  'channels/page.tsx': { takes: 'channel.read' },
  'events/route.ts': { takes: 'membership' },
  'find/page.tsx': { takes: 'order.find' },
  'merchants/page.tsx': { takes: 'channel.read' },
  'ledger/accounts/[id]/page.tsx': {
    takes: 'ledger.read',
    at: 'ledger/accounts/platform_bank:platform:CNY',
  },
  'ledger/accounts/[id]/statement.csv/route.ts': {
    takes: 'ledger.read',
    at: 'ledger/accounts/platform_bank:platform:CNY/statement.csv',
  },
  'ledger/accounts/page.tsx': { takes: 'ledger.read' },
  'ledger/entries/[id]/page.tsx': { takes: 'ledger.read', at: 'ledger/entries/ent_nothing' },
  'ledger/page.tsx': { takes: 'ledger.read' },
  'ledger/suspense/page.tsx': { takes: 'ledger.read' },
  'orders/[id]/page.tsx': { takes: 'order.read', at: 'orders/ord_nothing' },
  'queues/[queue]/bulk/page.tsx': { takes: 'queue.bulk', at: 'queues/in-doubt/bulk' },
  'queues/[queue]/page.tsx': { takes: 'queue.read', at: 'queues/in-doubt' },
  'queues/[queue]/queue.csv/route.ts': { takes: 'queue.export', at: 'queues/in-doubt/queue.csv' },
  'reconciliation/page.tsx': { takes: 'reconciliation.read' },
  'refund-cases/[id]/page.tsx': { takes: 'case.read', at: 'refund-cases/rcs_nothing' },
  'staff/[id]/page.tsx': { takes: 'staff.read', at: 'staff/usr_nothing' },
  'staff/page.tsx': { takes: 'staff.read' },
  'subscriptions/[id]/page.tsx': { takes: 'order.read', at: 'subscriptions/sub_nothing' },
  'subscriptions/page.tsx': { takes: 'order.read' },
};

type Takes = readonly (StaffAction | { anyOf: readonly StaffAction[] })[];
interface UseCase {
  takes: Takes;
  /** What it is asked with beside `by`; anything will do for what looks at `by` first. */
  given?: Record<string, unknown>;
}
const takes = (...actions: Takes): UseCase => ({ takes: actions });

/** Use cases by their place in lib: what they take of whoever calls them. */
export const OFFICE_USE_CASES: Record<string, UseCase> = {
  'audit/export-audit': takes('audit.read'),
  'audit/list-audit': takes('audit.read'),
  'auth/create-owner-invitation': takes('contract.change'),
  'auth/create-staff': takes('staff.change'),
  'auth/disable-staff': takes('staff.change'),
  'auth/enable-staff': takes('staff.change'),
  'auth/get-staff': takes('staff.read'),
  'auth/list-staff': takes('staff.read'),
  'auth/remove-authenticator': takes('staff.change'),
  'auth/renew-staff-password': takes('staff.change'),
  'auth/revoke-staff-sessions': takes('staff.change'),
  'auth/set-staff-role': takes('staff.change'),
  'carrier-statements/import-carrier-statement': takes('statement.import'),
  'carrier-statements/list-carrier-debts': takes('reconciliation.read'),
  'carrier-statements/list-carrier-statements': takes('reconciliation.read'),
  'carrier-statements/list-complaint-rates': takes('reconciliation.read'),
  'carrier-statements/list-statement-differences': takes('reconciliation.read'),
  'carrier-statements/record-remittance': takes('remittance.record'),
  'carriers/apply-catalogue-draft': takes('catalogue.import'),
  'carriers/export-catalogue': takes('channel.read'),
  'carriers/get-catalogue-draft': takes('catalogue.import'),
  'carriers/keep-catalogue-draft': takes('catalogue.import'),
  'carriers/lift-stop': takes('stop.lift'),
  'carriers/list-catalogue': takes('channel.read'),
  'carriers/list-stops': takes('channel.read'),
  'channel-health/confirm-override': takes('breaker.confirm'),
  'channel-health/create-maintenance': takes('maintenance.plan'),
  'channel-health/end-override': takes('breaker.propose'),
  'channel-health/list-channel-health': takes('channel.read'),
  'channel-health/list-maintenance': takes('channel.read'),
  'channel-health/list-overrides': takes('channel.read'),
  'channel-health/propose-override': takes('breaker.propose'),
  'channel-health/revoke-maintenance': takes('maintenance.plan'),
  'contracts/close-contract': takes('contract.change'),
  'contracts/list-contracts': takes('channel.read'),
  'contracts/set-contract': takes('contract.change'),
  'contracts/set-contract-terms': takes('contract.change'),
  'ledger/export-account-statement': takes('ledger.read'),
  'ledger/get-entry': takes('ledger.read'),
  'ledger/get-trial-balance': takes('ledger.read'),
  'ledger/list-holds': takes('ledger.read'),
  'ledger/list-ledger-accounts': takes('ledger.read'),
  'ledger/switch-account': takes('account.switch'),
  'merchants/enrol-merchant': takes('contract.change'),
  'merchants/open-live-mode': takes('contract.change'),
  'merchants/set-refund-terms': takes('contract.change'),
  'notes/keep-attachment': takes('attachment.add'),
  'notes/keep-note': takes('note.write'),
  'notes/list-attachments': takes('attachment.read'),
  'notes/list-notes': takes('order.read'),
  'notes/open-attachment': takes('attachment.read'),
  'payments/find-attempts': takes('order.read'),
  'payments/get-attempt-detail': takes('order.read'),
  'reconciliation/list-differences': takes('reconciliation.read'),
  'reconciliation/list-statements': takes('reconciliation.read'),
  'refund-cases/approve-claim': takes('case.approve_claim'),
  'refund-cases/approve-transfer': takes('case.approve'),
  'refund-cases/assign-refund-case': takes('case.assign'),
  'refund-cases/end-refund-case': takes('case.end'),
  'refund-cases/find-exposure': takes('case.read'),
  'refund-cases/get-refund-case': takes('case.read'),
  'refund-cases/hand-claim': takes('case.open_claim'),
  'refund-cases/open-claim': takes('case.open_claim'),
  'refund-cases/propose-transfer': takes('case.propose'),
  'refund-cases/reject-payee': takes('case.send_back'),
  'refund-cases/send-claim': takes('case.send_claim'),
  'refund-cases/undo-approval': takes('case.undo'),
  'refund-cases/void-proposal': takes('case.send_back'),
  'refunds/end-held-refund': takes('inquiry.decide'),
  'refunds/request-refund-by-agent': takes('refund.request'),
  'subscriptions/find-subscriptions': takes('order.read'),
  'subscriptions/get-subscription-detail': takes('order.read'),
  'subscriptions/cancel-subscription': takes('subscription.cancel'),
  'support/ask-again': { ...takes('queue.bulk'), given: { row: { kind: 'none', id: 'x' } } },
  'support/check-bulk': {
    ...takes('queue.bulk', 'case.assign'),
    given: { queue: 'in-doubt', action: 'assign', ids: [] },
  },
  'support/count-queues': takes('queue.read'),
  'support/decide-inquiry': takes({ anyOf: ['inquiry.open', 'inquiry.decide'] }),
  'support/export-queue': { ...takes('queue.export'), given: { queue: 'in-doubt', filter: {} } },
  'support/find-live-mark': {
    ...takes('queue.read'),
    given: { subject: { type: 'queue', id: 'in-doubt' } },
  },
  'support/find-orders': takes('order.find'),
  'support/get-order-overview': takes('order.read'),
  'support/keep-saved-view': takes('queue.read'),
  'support/list-inquiries': takes('order.read'),
  'support/list-queue': takes('queue.read'),
  'support/list-queue-merchants': { ...takes('queue.read'), given: { queue: 'in-doubt' } },
  'support/list-saved-views': takes('queue.read'),
  'support/list-timeline': takes('order.read'),
  'support/read-search': takes('order.find'),
  'support/note-presence': {
    ...takes('queue.read'),
    given: { subject: { type: 'queue', id: 'in-doubt' } },
  },
  'support/open-inquiry': takes('inquiry.open'),
  'support/remove-saved-view': takes('queue.read'),
  'support/reveal-payload': takes('payload.reveal'),
  'support/run-bulk': {
    ...takes('queue.bulk', 'case.assign'),
    given: { queue: 'in-doubt', action: 'assign', ids: [] },
  },
  'virtual-accounts/get-suspense-case': takes('ledger.read'),
  'virtual-accounts/list-suspense-cases': takes('ledger.read'),
  'virtual-accounts/assign-suspense-case': takes('suspense.assign'),
  'webhooks/resend-event': takes('queue.bulk'),
};

/**
 * What pages of the office read that has no permission of its own: it also serves shoppers, merchants or
 * jobs, or names things that any member may see. The page has asked by the time it reads, and whoever adds
 * a line here says so.
 */
export const READ_BY_OTHERS = [
  // names and lists of what exists, of merchants, lines and colleagues
  ...['auth/list-staff-names', 'carriers/list-lines', 'customers/list-customer-labels'],
  ...['merchants/get-merchant', 'merchants/get-refund-policy', 'merchants/list-merchant-names'],
  ...['merchants/list-merchants', 'merchants/find-twin', 'support/list-assignees'],
  // the same for a payer, a merchant, a script or a job
  ...['agreements/find-agreement', 'audit/verify-audit', 'core/list-transitions'],
  ...['contracts/find-encryption-certificate', 'contracts/get-channel-contract'],
  ...['ledger/check-books', 'ledger/find-ledger-account', 'ledger/list-entries'],
  ...['ledger/list-statement', 'orders/read-order', 'refunds/get-refundable'],
  ...['refunds/list-refunds-of-attempt', 'virtual-accounts/ensure-virtual-number'],
  ...['virtual-accounts/find-virtual-account', 'virtual-accounts/find-virtual-number'],
];

/** Parts of use cases of the table, in files of their own: they ask, and are never called from the web. */
export const PARTS = [
  ...['auth/change-member', 'refund-cases/step-back', 'subscriptions/cancel-within'],
];

/**
 * Who may do what, written down a second time by role: what everybody may is left out. A permission that is
 * given or taken is a decision of two places.
 */
const READS: readonly StaffAction[] = [
  ...(['order.find', 'order.read', 'payload.reveal', 'case.read', 'queue.read'] as const),
  ...(['ledger.read', 'reconciliation.read', 'channel.read'] as const),
];
const AGENT: readonly StaffAction[] = [
  ...(['inquiry.open', 'note.write', 'attachment.add', 'attachment.read'] as const),
  ...(['refund.request', 'case.assign', 'case.send_claim', 'case.open_claim'] as const),
  ...(['case.propose', 'case.approve', 'case.send_back', 'case.undo'] as const),
  'subscription.cancel',
];
const DECIDES: readonly StaffAction[] = [
  ...(['inquiry.decide', 'case.approve_claim', 'case.end', 'queue.bulk', 'queue.export'] as const),
];
const MONEY: readonly StaffAction[] = [
  ...(['suspense.assign', 'account.switch', 'statement.import', 'remittance.record'] as const),
];
const CHANNELS: readonly StaffAction[] = [
  ...(['contract.change', 'maintenance.plan', 'catalogue.import', 'stop.lift'] as const),
  ...(['breaker.propose', 'breaker.confirm'] as const),
];
export const MAY: Record<StaffRole, readonly StaffAction[]> = {
  agent: [...READS, ...AGENT],
  senior_agent: [...READS, ...AGENT, ...DECIDES],
  finance: [
    ...[...READS, ...DECIDES, ...MONEY],
    ...(['note.write', 'attachment.add', 'attachment.read', 'refund.request'] as const),
    ...(['case.approve', 'case.send_back', 'case.undo'] as const),
  ],
  operator: [...READS, ...CHANNELS, 'note.write'],
  auditor: [...READS, 'attachment.read', 'queue.export', 'staff.read', 'audit.read'],
  admin: [
    ...[...READS, ...MONEY, ...CHANNELS],
    ...(['inquiry.open', 'note.write', 'case.assign', 'subscription.cancel'] as const),
    ...(['staff.read', 'staff.change', 'audit.read'] as const),
  ],
};

/** The roles that may do all of it. */
export const rolesFor = (wanted: Takes): StaffRole[] =>
  STAFF_ROLES.filter((role) =>
    wanted.every((one) =>
      typeof one === 'string'
        ? MAY[role].includes(one)
        : one.anyOf.some((action) => MAY[role].includes(action)),
    ),
  );
