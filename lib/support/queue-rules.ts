import { mayDo, type StaffRole } from '@/lib/core/staff-permissions';
import type { QueueKind, QueueName, QueueRow } from './queue';

/** After how many minutes something in a queue is late, where its case has no date of its own. */
export const LATE_AFTER_MINUTES: Record<QueueName, number> = {
  'in-doubt': 30,
  approvals: 4 * 60,
  'to-propose': 1_440,
  'claims-waiting': 7 * 1_440,
  returned: 1_440,
  duplicates: 1_440,
  webhooks: 12 * 60,
  suspense: 1_440,
};

/** A lost answer is mostly found by the next question: only what is older needs a person. */
export const IN_DOUBT_AFTER_MINUTES = 2;
/** How far back money that was given back by itself, and notices that nobody took, are shown. */
export const DUPLICATES_FOR_DAYS = 7;
export const WEBHOOKS_FOR_DAYS = 30;
/** A notice has failed to arrive so often before anybody has to look. */
export const FAILING_AFTER_TRIES = 2;

export type AgeTone = 'neutral' | 'warn' | 'bad';

/** late: bad; less than half of a queue's time left: warn. */
export function ageTone(queue: QueueName, { dueAt }: Pick<QueueRow, 'dueAt'>, now: Date): AgeTone {
  if (!dueAt) return 'neutral';
  const leftMinutes = (dueAt.getTime() - now.getTime()) / 60_000;
  if (leftMinutes <= 0) return 'bad';
  return leftMinutes < LATE_AFTER_MINUTES[queue] / 2 ? 'warn' : 'neutral';
}

/** The largest unit that fits: 59 minutes, 47 hours, then days. */
export function ageOf(since: Date, now: Date): { unit: 'minutes' | 'hours' | 'days'; n: number } {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000));
  if (minutes < 60) return { unit: 'minutes', n: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { unit: 'hours', n: hours } : { unit: 'days', n: Math.floor(hours / 24) };
}

/** Of what waits for a second person: the kinds that this role may decide. */
export const decidable = (role: StaffRole): QueueKind[] => [
  ...(mayDo(role, 'case.approve') ? (['refund_case'] as const) : []),
  ...(mayDo(role, 'case.approve_claim') ? (['claim'] as const) : []),
  ...(mayDo(role, 'inquiry.decide') ? (['inquiry'] as const) : []),
  ...(mayDo(role, 'breaker.confirm') ? (['breaker'] as const) : []),
];

/** Where the office looks at a row; undefined where it has no page of its own. */
export function pageOfRow(
  row: Pick<QueueRow, 'kind' | 'orderId' | 'caseId' | 'state' | 'detail'>,
): string | undefined {
  if (row.kind === 'suspense') return '/office/ledger/suspense';
  if (row.kind === 'breaker') return '/office/channels';
  if (row.caseId) return `/office/refund-cases/${row.caseId}`;
  if (!row.orderId) return undefined;
  // A refund in doubt with a code of its channel is held, and waits for a person.
  const isHeld = row.kind === 'refund' && row.state === 'unknown' && row.detail !== null;
  return `/office/orders/${row.orderId}${isHeld ? '#held' : ''}`;
}

/** Where a page of the queue left off: "<ms or fen>.<id>". */
export interface Cursor {
  at: string;
  id: string;
}
export function readCursor(text: string): Cursor | undefined {
  const [, at, id] = /^(\d{1,19})\.([a-z]{3}_[0-9a-z]{26})$/.exec(text) ?? [];
  return at && id ? { at, id } : undefined;
}

/** What may be done to many rows at once, and in which queue. */
export const BULK_ACTIONS = {
  'ask-again': ['in-doubt'],
  'send-again': ['webhooks'],
  assign: ['approvals', 'to-propose', 'claims-waiting', 'returned'],
} as const satisfies Record<string, readonly QueueName[]>;
export type BulkAction = keyof typeof BULK_ACTIONS;

export const actionsOf = (queue: QueueName): BulkAction[] =>
  (Object.keys(BULK_ACTIONS) as BulkAction[]).filter((action) =>
    (BULK_ACTIONS[action] as readonly QueueName[]).includes(queue),
  );
/** More at once nobody could check in a dry run. */
export const MOST_AT_ONCE = 50;
/** Rows of one file: beyond it the filters are to be narrowed. */
export const MOST_EXPORTED = 10_000;
