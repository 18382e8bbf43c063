import type { Table } from '@/lib/core/transitions';

export type PayoutState =
  | 'requested'
  | 'held'
  | 'sent'
  | 'accepted'
  | 'unknown'
  | 'succeeded'
  | 'failed'
  | 'returned';

export type PayoutEvent = 'hold' | 'send' | 'accept' | 'lose' | 'succeed' | 'fail' | 'return';

/**
 * Money on its way to a bank card. Time alone fails nothing, and a payout whose answer was lost is
 * asked about under the same number for ever. What the bank has accepted stays accepted when a later
 * answer gets lost. Only money that had arrived can come back: a return that is heard of first is
 * told as the success it implies, and then the return.
 */
export const PAYOUT: Table<PayoutState, PayoutEvent> = {
  // What is paid for a refund is set aside already.
  requested: { hold: 'held', send: 'sent' },
  held: { send: 'sent' },
  sent: { accept: 'accepted', lose: 'unknown', succeed: 'succeeded', fail: 'failed' },
  accepted: { accept: 'accepted', lose: 'accepted', succeed: 'succeeded', fail: 'failed' },
  unknown: { accept: 'accepted', lose: 'unknown', succeed: 'succeeded', fail: 'failed' },
  succeeded: { return: 'returned' },
  failed: {},
  returned: {},
};

/** The bank has not decided these yet. */
export const UNDECIDED: readonly PayoutState[] = ['sent', 'accepted', 'unknown'];

/** The bank is asked about these; about one that succeeded, whether the money came back. */
export const ASKABLE: readonly PayoutState[] = [...UNDECIDED, 'succeeded'];
