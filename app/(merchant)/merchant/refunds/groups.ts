import type { RefundState } from '@/lib/refunds/states';

/** The states of a refund as a merchant looks for them. */
export const REFUND_GROUPS = {
  requested: ['requested'],
  underWay: ['created', 'queued', 'sent', 'waiting', 'unknown', 'diverted'],
  succeeded: ['succeeded'],
  failed: ['failed', 'declined', 'unclaimed'],
} as const satisfies Record<string, readonly RefundState[]>;

export type RefundGroup = keyof typeof REFUND_GROUPS;
export const GROUPS = Object.keys(REFUND_GROUPS) as RefundGroup[];
