import type { Table } from '@/lib/core/transitions';

export type RefundState = 'created' | 'sent' | 'waiting' | 'unknown' | 'succeeded' | 'failed';
export type RefundEvent = 'send' | 'wait' | 'lose' | 'succeed' | 'fail';

/**
 * A refund whose answer was lost is unknown, and is asked about under the same number for ever. Only
 * one to a balance succeeds as it is created: our own ledger is asked nothing.
 */
export const REFUND: Table<RefundState, RefundEvent> = {
  created: { send: 'sent', succeed: 'succeeded' },
  sent: { wait: 'waiting', lose: 'unknown', succeed: 'succeeded', fail: 'failed' },
  waiting: { wait: 'waiting', lose: 'unknown', succeed: 'succeeded', fail: 'failed' },
  unknown: { wait: 'waiting', lose: 'unknown', succeed: 'succeeded', fail: 'failed' },
  succeeded: {},
  failed: {},
};

/** The channel is asked about these until it gives a definite answer. */
export const ASKABLE: readonly RefundState[] = ['sent', 'waiting', 'unknown'];
