import type { Money } from '@/lib/money/money';

/**
 * The one real port of the product. An adapter translates and nothing else: it has no database,
 * clock or random, so the same request makes the same bytes, and it never throws for a channel's
 * answer: only for our own bug or for a notice that is not authentic.
 */

export type ChannelCode = 'balance' | 'unionpay';
export type CardType = 'debit' | 'credit' | 'semi_credit' | 'debit_credit' | 'prepaid' | 'unknown';

/** What went over the wire, with every secret and card number already masked. */
export type Evidence = Record<string, string>;

/** Why a payment definitely did not happen, in words the page can explain. */
export type FailureReason =
  | 'declined'
  | 'insufficient_funds'
  | 'limit_exceeded'
  | 'card_invalid'
  | 'identity_mismatch'
  | 'risk_refused'
  | 'channel_closed'
  | 'not_paid_in_time'
  | 'cancelled'
  /** The channel is sure that it never got the request: it may be sent again, same number. */
  | 'not_received'
  | 'rejected_request';

export type NextStep =
  | { type: 'wait' }
  | { type: 'redirect'; url: string }
  | { type: 'post-form'; url: string; fields: Record<string, string> };

export type Outcome =
  | {
      kind: 'succeeded';
      channelRef: string;
      amount: Money;
      cardType?: CardType;
      evidence: Evidence;
    }
  | { kind: 'pending'; channelRef?: string; next: NextStep; evidence: Evidence }
  | { kind: 'failed'; reason: FailureReason; evidence: Evidence }
  /** Money may or may not have moved: ask again, never call it a failure. */
  | { kind: 'unknown'; cause: 'timeout' | 'transport' | 'unreadable'; evidence: Evidence };

export interface PayRequest {
  /** Our number at the channel: [0-9a-z], 8–32 characters, unique per channel for ever. */
  channelOrderNo: string;
  amount: Money;
  requestedAt: Date;
  /** After this moment the channel must not accept the payment any more. */
  payableUntil: Date;
  subject: string;
  host: 'pc' | 'mobile';
  /** Where the channel tells us (server to server) and where it sends the payer back. */
  noticeUrl: string;
  returnUrl: string;
}

export interface QueryRequest {
  channelOrderNo: string;
  requestedAt: Date;
  amount: Money;
  /** The moment of asking, by the database's clock. */
  askedAt: Date;
  payableUntil: Date;
}

export interface RefundRequest {
  /** Our refund's own number at the channel, the same on every repeat. */
  channelOrderNo: string;
  requestedAt: Date;
  amount: Money;
  original: { channelOrderNo: string; channelRef: string; amount: Money };
  noticeUrl: string;
}

/** A channel's verified word about one of our numbers. */
export interface Notice {
  /** The same for every repeat of the same notice. */
  noticeKey: string;
  concerns: 'payment' | 'refund';
  channelOrderNo: string;
  outcome: Outcome;
}

export interface NoticeRequest {
  body: Uint8Array;
  receivedAt: Date;
}

/** Thrown by readNotice when the sender cannot be trusted. Nothing of it may be acted upon. */
export class UnauthenticNotice extends Error {
  override name = 'UnauthenticNotice';
}

export interface ChannelAdapter {
  readonly code: ChannelCode;
  /**
   * Makes an unpaid number unpayable at once, where the channel has such a call: `failed` when it
   * is closed now, `succeeded` when it was paid meanwhile. Absent where there is none: such an
   * attempt is superseded instead, payable only until its time limit.
   */
  close?(request: QueryRequest): Promise<Outcome>;
  /** Seconds after the request at which an undecided payment is asked about. */
  readonly querySchedule: { payment: readonly number[]; refund: readonly number[] };
  pay(request: PayRequest): Promise<Outcome>;
  query(request: QueryRequest): Promise<Outcome>;
  refund(request: RefundRequest): Promise<Outcome>;
  queryRefund(request: QueryRequest): Promise<Outcome>;
  /** Verifies over the raw bytes, then translates. */
  readNotice(request: NoticeRequest): Notice;
  /** What this channel wants to hear when a notice is stored. */
  readonly acknowledgement: { status: number; body: string };
  /** Origins a browser must be allowed to post to (Content-Security-Policy form-action). */
  readonly formOrigins: readonly string[];
}
