import type { Table } from '@/lib/core/transitions';

export type AttemptState =
  | 'created'
  | 'sent'
  | 'waiting'
  | 'unknown'
  | 'superseded'
  | 'succeeded'
  | 'failed'
  | 'late_succeeded'
  | 'returned';

export type AttemptEvent =
  | 'send'
  | 'wait'
  | 'lose'
  | 'supersede'
  | 'succeed'
  | 'fail'
  | 'succeedLate'
  | 'accept'
  | 'giveBack';

/**
 * One try to pay. Time alone fails nothing: only the channel's word does. Money that arrives out of
 * turn is an event of its own, and what becomes of it (accepted, given back) is another.
 */
export const ATTEMPT: Table<AttemptState, AttemptEvent> = {
  created: { send: 'sent', succeed: 'succeeded' },
  sent: {
    wait: 'waiting',
    lose: 'unknown',
    succeed: 'succeeded',
    fail: 'failed',
    succeedLate: 'late_succeeded',
  },
  waiting: {
    wait: 'waiting',
    lose: 'unknown',
    supersede: 'superseded',
    succeed: 'succeeded',
    fail: 'failed',
    succeedLate: 'late_succeeded',
  },
  unknown: {
    wait: 'waiting',
    lose: 'unknown',
    succeed: 'succeeded',
    fail: 'failed',
    succeedLate: 'late_succeeded',
  },
  // The shopper moved on; it can still be paid until its time limit.
  superseded: {
    wait: 'superseded',
    lose: 'superseded',
    fail: 'failed',
    succeedLate: 'late_succeeded',
  },
  succeeded: {},
  failed: { succeedLate: 'late_succeeded' },
  late_succeeded: { accept: 'succeeded', giveBack: 'returned' },
  returned: {},
};

/** The order waits for these; at most one per order (a partial unique index says so too). */
export const LIVE: readonly AttemptState[] = ['created', 'sent', 'waiting', 'unknown'];

/** The channel is asked about these until it gives a definite answer. */
export const ASKABLE: readonly AttemptState[] = ['sent', 'waiting', 'unknown', 'superseded'];
