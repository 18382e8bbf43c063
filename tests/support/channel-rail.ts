import type { ChannelAdapter, Outcome } from '@/lib/channels/port';

/** What the rail on the other side is told to do with one of our numbers. */
export type Behaviour =
  | 'lose the request'
  | 'lose the reply'
  | 'refuse'
  | 'fail later'
  | 'deny that it knows the number'
  | 'say it is in progress'
  | 'drop the line when asked'
  | 'notify twice'
  | 'notify with a broken signature'
  | 'notify signed by a stranger'
  | 'notify another amount';

/** A real rail behind a real adapter, as the contract needs them: in the payer's and the world's place. */
export interface ContractRail {
  adapter: ChannelAdapter;
  /** Where this rail's notices and payers may be sent; the contract reads what arrives there. */
  noticeUrl: string;
  returnUrl: string;
  script(channelOrderNo: string, behaviour: Behaviour): Promise<void>;
  /** Brings the payer to the channel, as the browser would. */
  visit(outcome: Outcome): Promise<void>;
  payerConfirms(channelOrderNo: string): Promise<void>;
  payerIsDeclined(channelOrderNo: string): Promise<void>;
  /** Resolves when this many notices about the number have come, with their raw bodies. */
  notices(channelOrderNo: string, count: number): Promise<Uint8Array[]>;
  /** An adapter of the same set-up whose gateway is not there at all. */
  unreachable(): Promise<ChannelAdapter>;
  stop(): Promise<void>;
}
