import type { CarrierCode, Outcome } from './port';

/** What reaches us unasked: a channel's notices, and what a host reports. */

/** A channel's verified word about one of our numbers. */
export interface Notice {
  /** The same for every repeat of the same notice. */
  noticeKey: string;
  concerns: 'payment' | 'refund' | 'payout' | 'signing';
  channelOrderNo: string;
  /**
   * Under whose number at the channel; the reader compares it with its own contract. Absent only where
   * a token that we made for this very number vouches for the notice.
   */
  merchantNo?: string;
  /** Whose token that was: it vouches for payments at this carrier only. */
  carrier?: CarrierCode;
  outcome: Outcome;
}

export interface NoticeRequest {
  body: Uint8Array;
  /** Of the headers only those that the adapter names in `noticeHeaders`, names in lower case. */
  headers?: Readonly<Record<string, string>>;
  receivedAt: Date;
}

/** Whoever may call our notice address, of either port. */
export interface NoticeSender {
  /** The headers that vouch for a notice, in lower case; none where its body carries the signature. */
  readonly noticeHeaders?: readonly string[];
  /** They are secrets themselves (a bearer token): never kept in the plain. */
  readonly noticeHeadersSecret?: true;
  /** Verifies over the raw bytes, then translates. Throws UnauthenticNotice. */
  readNotice(request: NoticeRequest): { noticeKey: string; channelOrderNo: string };
  /** What this channel wants to hear when a notice is stored. */
  readonly acknowledgement: { status: number; body: string };
}

/** Thrown by readNotice when the sender cannot be trusted. Nothing of it may be acted upon. */
export class UnauthenticNotice extends Error {
  override name = 'UnauthenticNotice';
}

export interface HostResults {
  /**
   * The signed result_data of a host: what it says about which TN. Verified, and still no proof that
   * money moved: the channel is asked. undefined when it is not authentic or cannot be read.
   */
  read(
    resultData: string,
    at: Date,
  ): { tn: string; result: 'success' | 'fail' | 'cancel' } | undefined;
}
