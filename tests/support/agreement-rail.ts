import type { FourElements, SignFailureReason } from '@/lib/channels/agreement-port';
import type { ChannelAdapter } from '@/lib/channels/port';

/** What the rail on the other side is told to do with one of our numbers. */
export type AgreementBehaviour =
  | 'lose the request'
  | 'lose the reply'
  | 'lose the request for a code'
  | 'lose the reply about a code'
  | 'refuse'
  | 'fail later'
  | 'decide later'
  | 'deny that it knows the number'
  | 'say it is in progress'
  | 'drop the line when asked'
  | 'notify twice'
  | 'notify with a broken signature'
  | 'notify another amount';

export interface ToldNotice {
  body: Uint8Array;
  headers: Record<string, string>;
}

/** A real rail behind a real adapter that carries bound cards, as the contract needs them. */
export interface AgreementRail {
  adapter: ChannelAdapter;
  noticeUrl: string;
  elements: {
    /** Signs with the code, and has money. */
    good: FourElements;
    /** Signs, and has no money. */
    empty: FourElements;
    /** Everything fits but the phone. */
    foreignPhone: FourElements;
    /** The card is somebody else's. */
    foreignName: FourElements;
  };
  phoneMismatch: SignFailureReason;
  nameMismatch: SignFailureReason;
  codes: { right: string; wrong: string };
  /** After a wrong code the payment's number is good for nothing; else the right one may still come. */
  wrongCodeSpendsNumber: boolean;
  script(number: string, behaviour: AgreementBehaviour): Promise<void>;
  /** Resolves when this many notices about the number have come. */
  notices(number: string, count: number): Promise<ToldNotice[]>;
  /** An adapter of the same set-up whose channel is not there at all. */
  unreachable(): Promise<ChannelAdapter>;
  stop(): Promise<void>;
}
