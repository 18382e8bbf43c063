import type { CarrierCode, ChannelCode } from '@/lib/channels/port';

/** Whom we call over the network. */
export type CalledChannel = Exclude<ChannelCode, 'balance'>;

export type Operation = 'pay' | 'query' | 'refund' | 'sign' | 'end' | 'payout' | 'file';

/** One operation of one channel: each has a breaker of its own. */
export interface Called {
  channel: CalledChannel;
  operation: Operation;
  /** Whose server it is, where a channel has several: one that is down says nothing about the others. */
  carrier?: CarrierCode | undefined;
}

/** answered: the channel gave a word, be it a no. failed: lost, unreadable, or never sent. */
export type CallResult = 'answered' | 'failed';

/** How an operation of a channel has been doing lately. */
export interface Health {
  state: 'closed' | 'open' | 'half_open';
  /** The pause is over: one caller may try. */
  probeDue: boolean;
  /** Calls of the last five minutes, and which part of them was answered (0 to 1); null without calls. */
  calls: number;
  successRate: number | null;
  /** Held so by hand, whatever the calls say. */
  forced?: 'open' | 'closed' | null;
}

export type ChannelHealth = Called & Health;
