import type { Table } from '@/lib/core/transitions';

export type RefundState =
  | 'created'
  | 'requested'
  | 'queued'
  | 'sent'
  | 'waiting'
  | 'unknown'
  | 'diverted'
  | 'succeeded'
  | 'failed'
  | 'declined'
  | 'unclaimed';
export type RefundEvent =
  | 'request'
  | 'queue'
  | 'send'
  | 'divert'
  | 'decline'
  | 'wait'
  | 'lose'
  | 'succeed'
  | 'succeedLate'
  | 'fail'
  | 'reopen'
  | 'park';

/**
 * A refund whose answer was lost is unknown, and is asked about under the same number for ever. Only
 * one to a balance succeeds as it is created: our own ledger is asked nothing. requested: a shopper
 * asked, its merchant decides. queued: allowed, and the merchant's money does not cover it yet.
 * diverted: it cannot go back the way it came, a refund case carries it on; what the bank sends back
 * after that reopens it. unclaimed: nobody said where to, the money is in suspense. One that had failed
 * and was carried on by transfer may turn out given back by the channel after all (succeedLate).
 */
export const REFUND: Table<RefundState, RefundEvent> = {
  created: {
    request: 'requested',
    queue: 'queued',
    send: 'sent',
    divert: 'diverted',
    succeed: 'succeeded',
  },
  requested: {
    queue: 'queued',
    send: 'sent',
    divert: 'diverted',
    succeed: 'succeeded',
    decline: 'declined',
  },
  queued: { send: 'sent', divert: 'diverted', succeed: 'succeeded', decline: 'declined' },
  sent: { wait: 'waiting', lose: 'unknown', succeed: 'succeeded', fail: 'failed' },
  waiting: { wait: 'waiting', lose: 'unknown', succeed: 'succeeded', fail: 'failed' },
  unknown: { wait: 'waiting', lose: 'unknown', succeed: 'succeeded', fail: 'failed' },
  diverted: { succeed: 'succeeded', fail: 'failed', park: 'unclaimed' },
  succeeded: { reopen: 'diverted' },
  failed: { succeedLate: 'succeeded' },
  declined: {},
  unclaimed: {},
};

/** The channel is asked about these until it gives a definite answer. */
export const ASKABLE: readonly RefundState[] = ['sent', 'waiting', 'unknown'];

/** Nothing has been decided about these, or they are on their way. */
export const UNDECIDED: readonly RefundState[] = [
  'created',
  'requested',
  'queued',
  'sent',
  'waiting',
  'unknown',
  'diverted',
];

/** Nothing goes back by these any more: they count for nothing against the payment. */
export const ENDED_WITHOUT: readonly RefundState[] = ['failed', 'declined'];
