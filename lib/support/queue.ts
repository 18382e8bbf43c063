import type { Money } from '@/lib/money/money';

/** What waits for a person in the office, in the order of the sidebar. */
export const QUEUES = [
  'in-doubt',
  'approvals',
  'to-propose',
  'claims-waiting',
  'returned',
  'duplicates',
  'webhooks',
  'suspense',
] as const;
export type QueueName = (typeof QUEUES)[number];

/** What a row is: several queues hold more than one kind. */
export type QueueKind =
  | 'attempt'
  | 'refund'
  | 'payout'
  | 'refund_case'
  | 'claim'
  | 'inquiry'
  | 'breaker'
  | 'delivery'
  | 'suspense';

/** One thing that waits, in the same shape in every queue. */
export interface QueueRow {
  kind: QueueKind;
  id: string;
  orderId: string | null;
  /** The refund case that it belongs to. */
  caseId: string | null;
  merchantId: string | null;
  merchantOrderNo: string | null;
  channel: string | null;
  /** null where it is about no money. */
  amount: Money | null;
  state: string;
  /** A code or word of its kind: the channel's code, the cause of a case, what a notice was answered with. */
  detail: string | null;
  /** The user that it was handed to. */
  assignedTo: string | null;
  /** Since when it waits, and when it is late; null where nothing becomes late. */
  since: Date;
  dueAt: Date | null;
}

/** Which rows of a queue: all of it together. */
export interface QueueFilter {
  merchant?: string | undefined;
  channel?: string | undefined;
  /** Waiting for at least so long. */
  minutes?: number | undefined;
  /** Fen, both inclusive. */
  least?: bigint | undefined;
  most?: bigint | undefined;
  /** Handed to that person; among approvals: what that person may decide. */
  mine?: string | undefined;
}

export type QueueSort = 'oldest' | 'newest' | 'amount';

/** How many wait (1000: at least so many), and how many of them are late. */
export interface QueueCount {
  queue: QueueName;
  waiting: number;
  late: number;
}
