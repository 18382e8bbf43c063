import type { RemoteChannel } from '@/lib/channels/registry';
import type { TestOutcome } from './outcome';

/** A script for the simulator's control room (lib/sandbox/README.md): where it is posted, and what. */
export interface Script {
  path: '/control/api/script' | '/control/api/netsunion/script' | '/control/api/carrier/script';
  body: { match: Record<string, string>; behaviour: Record<string, unknown>; times: 1 };
}

const DOUBT_SECONDS = 15;
/** So long after its time was over, a payment that comes late is paid. */
const LATE_SECONDS = 5;
const NOTICE_COPIES = 3;
const LONGEST_SECONDS = 86_400;

/** What each channel calls the refusals. */
const DECLINES = {
  unionpay: { declined: '01', insufficient_funds: '64', limit_exceeded: '33' },
  netsunion: { declined: 'PB511014', insufficient_funds: 'PB511011', limit_exceeded: 'PB511012' },
  carrier: {
    declined: 'The subscriber may not be charged',
    insufficient_funds: 'Insufficient credit',
    limit_exceeded: 'The limit of the month is reached',
  },
} as const;

/** What makes one payment, known by our number at the channel, end so. */
export function scriptOf(
  outcome: TestOutcome,
  payment: {
    channel: RemoteChannel;
    channelOrderNo: string;
    requestedAt: Date;
    payableUntil: Date;
  },
): Script {
  const behaviour = behaviourOf(outcome, payment);
  const { channel, channelOrderNo } = payment;
  switch (channel) {
    case 'unionpay':
      return {
        path: '/control/api/script',
        body: { match: { orderId: channelOrderNo, kind: 'consume' }, behaviour, times: 1 },
      };
    case 'netsunion':
      return {
        path: '/control/api/netsunion/script',
        body: { match: { ordrId: channelOrderNo }, behaviour, times: 1 },
      };
    case 'carrier':
      return {
        path: '/control/api/carrier/script',
        body: { match: { clientCorrelator: channelOrderNo }, behaviour, times: 1 },
      };
  }
}

function behaviourOf(
  outcome: TestOutcome,
  { channel, requestedAt, payableUntil }: Parameters<typeof scriptOf>[1],
): Record<string, unknown> {
  switch (outcome) {
    case 'paid':
      return { outcome: 'succeed' };
    case 'declined':
    case 'insufficient_funds':
    case 'limit_exceeded':
      return declineOf(channel, DECLINES[channel][outcome]);
    case 'in_doubt':
      return { resultDelaySeconds: DOUBT_SECONDS };
    case 'late': {
      const leftSeconds = (payableUntil.getTime() - requestedAt.getTime()) / 1000;
      const delay = Math.ceil(Math.max(leftSeconds, 0)) + LATE_SECONDS;
      return { resultDelaySeconds: Math.min(delay, LONGEST_SECONDS) };
    }
    case 'duplicate_notice':
      return { noticeCopies: NOTICE_COPIES };
  }
}

function declineOf(channel: RemoteChannel, word: string): Record<string, unknown> {
  switch (channel) {
    case 'unionpay':
      return { outcome: 'decline', respCode: word };
    case 'netsunion':
      return { outcome: 'decline', bizCd: word };
    case 'carrier':
      return { outcome: 'deny', denialReason: word };
  }
}
