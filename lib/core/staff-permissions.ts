import { Refusal } from './errors';

/** What somebody does in the office. */
export const STAFF_ROLES = [
  'agent',
  'senior_agent',
  'finance',
  'operator',
  'auditor',
  'admin',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** A member of the office, as every use case of the office takes one. */
export interface StaffActor {
  id: string;
  staffRole: StaffRole;
}

const EVERYBODY = STAFF_ROLES;
const SUPPORT = ['agent', 'senior_agent', 'admin'] as const;
const SENIORS = ['senior_agent', 'finance'] as const;
const FINANCE = ['finance', 'admin'] as const;
const OPERATORS = ['operator', 'admin'] as const;

/**
 * Who may do what in the office: the one table. Use cases enforce it (`requireMay`); pages only ask it
 * what to offer. How much a role may approve is in `refund-cases/approval-rules.ts`.
 */
export const STAFF_PERMISSIONS = {
  'order.find': EVERYBODY,
  'order.read': EVERYBODY,
  'payload.reveal': ['agent', 'senior_agent', 'finance', 'operator', 'auditor', 'admin'],
  'inquiry.open': SUPPORT,
  'inquiry.decide': ['senior_agent', 'finance'],
  'note.write': ['agent', 'senior_agent', 'finance', 'operator', 'admin'],
  'attachment.add': ['agent', 'senior_agent', 'finance'],
  'attachment.read': ['agent', 'senior_agent', 'finance', 'auditor'],
  'refund.request': ['agent', 'senior_agent', 'finance'],
  'case.read': EVERYBODY,
  'case.assign': SUPPORT,
  'case.send_claim': ['agent', 'senior_agent'],
  'case.open_claim': ['agent', 'senior_agent'],
  'case.approve_claim': SENIORS,
  'case.propose': ['agent', 'senior_agent'],
  'case.approve': ['agent', 'senior_agent', 'finance'],
  'case.send_back': ['agent', 'senior_agent', 'finance'],
  'case.undo': ['agent', 'senior_agent', 'finance'],
  'case.end': ['senior_agent', 'finance'],
  'queue.read': EVERYBODY,
  'queue.bulk': ['senior_agent', 'finance'],
  'queue.export': ['senior_agent', 'finance', 'auditor'],
  'ledger.read': EVERYBODY,
  'suspense.assign': FINANCE,
  'account.switch': FINANCE,
  'statement.import': FINANCE,
  'remittance.record': FINANCE,
  'reconciliation.read': EVERYBODY,
  'subscription.cancel': ['agent', 'senior_agent', 'admin'],
  'contract.change': OPERATORS,
  'maintenance.plan': OPERATORS,
  'catalogue.import': OPERATORS,
  'stop.lift': OPERATORS,
  'channel.read': EVERYBODY,
  'breaker.propose': OPERATORS,
  'breaker.confirm': OPERATORS,
  'staff.read': ['auditor', 'admin'],
  'staff.change': ['admin'],
  'audit.read': ['auditor', 'admin'],
} as const satisfies Record<string, readonly StaffRole[]>;

export type StaffAction = keyof typeof STAFF_PERMISSIONS;

export const mayDo = (role: StaffRole | null, action: StaffAction): boolean =>
  role !== null && (STAFF_PERMISSIONS[action] as readonly StaffRole[]).includes(role);

/** @throws Refusal not_permitted */
export function requireMay(actor: StaffActor, action: StaffAction): void {
  if (!mayDo(actor.staffRole, action)) throw new Refusal('not_permitted', { action });
}
