import type { Money } from '@/lib/money/money';

/**
 * The one real port of the product. An adapter translates and nothing else: it has no database,
 * clock or random, so the same request makes the same bytes, and it never throws for a channel's
 * answer: only for our own bug or for a notice that is not authentic.
 */

/** Who carries payments. The bank carries money into and out of virtual accounts. */
export type PaymentChannel = 'balance' | 'unionpay';
export type ChannelCode = PaymentChannel | 'bank';
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
  /** Of the headers only those that the adapter names in `noticeHeaders`, names in lower case. */
  headers?: Readonly<Record<string, string>>;
  receivedAt: Date;
}

/** Whoever may call our notice address, of either port. */
export interface NoticeSender {
  /** The headers that vouch for a notice, in lower case; none where its body carries the signature. */
  readonly noticeHeaders?: readonly string[];
  /** Verifies over the raw bytes, then translates. Throws UnauthenticNotice. */
  readNotice(request: NoticeRequest): { noticeKey: string; channelOrderNo: string };
  /** What this channel wants to hear when a notice is stored. */
  readonly acknowledgement: { status: number; body: string };
}

/** Thrown by readNotice when the sender cannot be trusted. Nothing of it may be acted upon. */
export class UnauthenticNotice extends Error {
  override name = 'UnauthenticNotice';
}

export interface ChannelAdapter extends NoticeSender {
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
  readNotice(request: NoticeRequest): Notice;
  /** Origins a browser must be allowed to post to (Content-Security-Policy form-action). */
  readonly formOrigins: readonly string[];
}

/** Why a payout did not reach the card. */
export type PayoutFailureReason =
  | 'card_invalid'
  | 'name_mismatch'
  | 'limit_exceeded'
  | 'declined'
  /** The number is not known to the bank *now*: send it again under the same number, which the bank
   * takes only once, and give the money back to nobody for this reason alone. */
  | 'not_received'
  | 'rejected_request';

/** Nothing was learned: ask again. */
export interface NoAnswer {
  kind: 'unknown';
  cause: 'timeout' | 'transport' | 'unreadable';
  evidence: Evidence;
}

export type PayoutOutcome =
  /** accepted: the bank has it and has not decided. succeeded: the money is on the card. */
  | { kind: 'accepted' | 'succeeded'; channelRef: string; amount: Money; evidence: Evidence }
  /** failed: it definitely did not happen. returned: it had succeeded, and the money came back. */
  | {
      kind: 'failed' | 'returned';
      reason: PayoutFailureReason;
      channelRef?: string;
      evidence: Evidence;
    }
  /** It may have happened: ask under the same number, never call it a failure. */
  | NoAnswer;

export interface PayoutRequest {
  /** Our number at the bank: [0-9a-z], 8–32 characters, the same on every repeat. */
  channelOrderNo: string;
  amount: Money;
  cardNo: string;
  /** The card holder's name. */
  name: string;
  /** When it was first asked for; the same on every repeat. */
  requestedAt: Date;
}

export interface PayoutQuery {
  channelOrderNo: string;
  amount: Money;
}

/** Does it belong together? A `mismatch` is the register's own verified word. */
export type Verdict = { kind: 'match' | 'mismatch'; evidence: Evidence } | NoAnswer;
export type CardVerdict =
  | { kind: 'match'; bankName: string; evidence: Evidence }
  | { kind: 'mismatch'; evidence: Evidence }
  | NoAnswer;

/** Money that came in from outside, under one of our virtual account numbers. */
export interface BankCredit {
  /** The bank's own number of the movement: one movement, one reference, for ever. */
  bankReference: string;
  number: string;
  amount: Money;
  payerName: string;
  payerAccount: string;
  remark: string;
  /** When the bank booked it, by the bank's clock. */
  at: Date;
}

export type CreditAnswer =
  | { kind: 'found'; credit: BankCredit }
  /** The bank does not know of such a movement. */
  | { kind: 'absent'; evidence: Evidence }
  | NoAnswer;

export type CreditList =
  /** Oldest first; `next` asks for the rest. */
  { kind: 'listed'; credits: BankCredit[]; next: string | null } | NoAnswer;

/** The bank's verified word, and no more than a reason to ask. */
export interface BankNotice {
  /** The same for every repeat of the same notice. */
  noticeKey: string;
  /** What it is about: the movement's reference, or our payout's number. */
  channelOrderNo: string;
  body:
    | ({ type: 'credit' } & BankCredit)
    | { type: 'payout'; channelOrderNo: string; outcome: PayoutOutcome };
}

/**
 * The other half of the port: the bank that holds the platform's one account. It pays out to bank
 * cards, tells what came in under which virtual number, and says whether a name, an identity number
 * and a card belong together.
 */
export interface PayoutAdapter extends NoticeSender {
  readonly code: 'bank';
  /** Seconds after the request at which an undecided payout is asked about. */
  readonly querySchedule: readonly number[];
  send(request: PayoutRequest): Promise<PayoutOutcome>;
  query(request: PayoutQuery): Promise<PayoutOutcome>;
  /** Does this person exist under this identity number, and is the phone registered to them? */
  verifyIdentity(person: { name: string; idNo: string; phone: string }): Promise<Verdict>;
  /** Is this card this person's own? */
  verifyCard(card: { name: string; idNo: string; cardNo: string }): Promise<CardVerdict>;
  queryCredit(request: { bankReference: string }): Promise<CreditAnswer>;
  /** What came in at or after a moment of the bank's clock, page by page. */
  listCredits(request: { since: Date; after?: string }): Promise<CreditList>;
  readNotice(request: NoticeRequest): BankNotice;
}
