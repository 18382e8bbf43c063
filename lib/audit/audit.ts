import { STAFF_PERMISSIONS, type StaffAction } from '@/lib/core/staff-permissions';

const ACTIONS = Object.keys(STAFF_PERMISSIONS) as StaffAction[];

/** Values as they were or are: masked wherever a person is meant. */
export type AuditFacts = Record<string, string | number | boolean | null>;

/** What is written down: what takes a permission, and what signing in and this log itself do. */
export const AUDIT_ACTIONS = [
  ...ACTIONS,
  'session.start',
  'authenticator.set_up',
  'breaker.end',
  'audit.export',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who did what to what, why, and what it changed. */
export interface AuditRecord {
  /** The user, or "system". */
  actor: string;
  action: AuditAction;
  subjectType: string;
  subjectId: string;
  why?: string;
  before?: AuditFacts;
  after?: AuditFacts;
}

/** A record in its place in the chain. */
export interface AuditRow {
  /** Counted from one, without a gap. */
  id: bigint;
  at: Date;
  actorId: string;
  action: string;
  subjectType: string;
  subjectId: string;
  why: string | null;
  /** JSON exactly as the database writes it: the chain is over these bytes. */
  before: string | null;
  after: string | null;
  /** SHA-256 in hex: of the row before, and of this row with it. */
  previousHash: string;
  hash: string;
}

/** How many rows there are, and the last one's hash. */
export interface AuditHead {
  rows: bigint;
  hash: string;
}

/** What one looks for; all of it together. */
export interface AuditFilter {
  actorId?: string | undefined;
  action?: string | undefined;
  subjectId?: string | undefined;
}
