import type { Table } from '@/lib/core/transitions';

export type AgreementState = 'signing' | 'active' | 'failed' | 'ended';
export type AgreementEvent = 'activate' | 'fail' | 'end';

/** A bound card, merchant ↔ us. It is gone at once when it is ended, whatever the channels still do. */
export const AGREEMENT: Table<AgreementState, AgreementEvent> = {
  signing: { activate: 'active', fail: 'failed', end: 'ended' },
  active: { end: 'ended' },
  failed: {},
  ended: {},
};

export type ChannelAgreementState =
  | 'created'
  | 'code_sent'
  | 'sent'
  | 'unknown'
  | 'active'
  | 'failed'
  | 'ending'
  | 'ended';
export type ChannelAgreementEvent =
  | 'awaitCode'
  | 'send'
  | 'reopen'
  | 'lose'
  | 'sign'
  | 'signTooLate'
  | 'fail'
  | 'end'
  | 'confirmEnd'
  | 'vanish';

/**
 * The same card, us ↔ one channel. A code binds nothing, so only `sent` can be in doubt; a signing whose
 * answer was lost is asked about until the channel knows. One that turns out signed when nobody wants
 * it any more is ended at the channel, and an ending is repeated until the channel has confirmed it.
 */
export const CHANNEL_AGREEMENT: Table<ChannelAgreementState, ChannelAgreementEvent> = {
  created: {
    awaitCode: 'code_sent',
    send: 'sent',
    sign: 'active',
    signTooLate: 'ending',
    fail: 'failed',
  },
  code_sent: {
    awaitCode: 'code_sent',
    send: 'sent',
    sign: 'active',
    signTooLate: 'ending',
    fail: 'failed',
  },
  sent: {
    awaitCode: 'code_sent',
    reopen: 'created',
    lose: 'unknown',
    sign: 'active',
    signTooLate: 'ending',
    fail: 'failed',
  },
  unknown: {
    awaitCode: 'code_sent',
    reopen: 'created',
    lose: 'unknown',
    sign: 'active',
    signTooLate: 'ending',
    fail: 'failed',
  },
  active: { end: 'ending', vanish: 'ended' },
  failed: {},
  ending: { confirmEnd: 'ended', vanish: 'ended' },
  ended: {},
};

/** At most one of these per agreement and channel (a partial unique index says so too). */
export const LIVE: readonly ChannelAgreementState[] = [
  'created',
  'code_sent',
  'sent',
  'unknown',
  'active',
];

/** Not signed yet and not given up. */
export const OPEN: readonly ChannelAgreementState[] = ['created', 'code_sent', 'sent', 'unknown'];

/** The channel may have signed these: it is asked until it says. */
export const IN_DOUBT: readonly ChannelAgreementState[] = ['sent', 'unknown'];

/** The sweep has something to do about these. */
export const ASKABLE: readonly ChannelAgreementState[] = [...IN_DOUBT, 'ending'];
