import type { Table } from '@/lib/core/transitions';

export type RefundCaseState =
  | 'open'
  | 'claimed'
  | 'proposed'
  | 'approved'
  | 'sent'
  | 'paid'
  | 'closed';
export type RefundCaseEvent =
  | 'claim'
  | 'propose'
  | 'void'
  | 'approve'
  | 'undo'
  | 'send'
  | 'succeed'
  | 'fail'
  | 'return'
  | 'reject'
  | 'end'
  | 'overtake';

/**
 * From the channel's refusal to the proof. The payee may be corrected until everybody has approved; any
 * edit voids what was proposed. An approved payout waits out a cool-off in which it can be undone. What
 * the bank refuses or sends back leads to the start again, with another payee. overtake: the channel
 * gave the money back the way it came after all, so nobody else may get it.
 */
export const REFUND_CASE: Table<RefundCaseState, RefundCaseEvent> = {
  open: { claim: 'claimed', end: 'closed', overtake: 'closed' },
  claimed: {
    claim: 'claimed',
    propose: 'proposed',
    reject: 'open',
    end: 'closed',
    overtake: 'closed',
  },
  proposed: {
    claim: 'claimed',
    void: 'claimed',
    approve: 'approved',
    reject: 'open',
    overtake: 'closed',
  },
  approved: { undo: 'claimed', send: 'sent', succeed: 'paid', overtake: 'closed' },
  sent: { succeed: 'paid', fail: 'open' },
  paid: { return: 'open' },
  closed: {},
};
