import type { Money } from '@/lib/money/money';
import type { AgreementPort } from './agreement-port';
import type { HostResults, Notice, NoticeRequest, NoticeSender } from './notice-port';
import type { PayoutPort } from './payout-port';
import type { EncryptionPort, StatementPort } from './statement-port';

/**
 * The one real port of the product. An adapter translates and nothing else: it has no database,
 * clock or random, so the same request makes the same bytes, and it never throws for a channel's
 * answer: only for our own bug or for a notice that is not authentic.
 */

/** Who carries payments. The bank carries money into and out of virtual accounts. */
export type PaymentChannel = 'balance' | 'unionpay' | 'netsunion' | 'carrier';
export type ChannelCode = PaymentChannel | 'bank';
export type CardType = 'debit' | 'credit' | 'semi_credit' | 'debit_credit' | 'prepaid' | 'unknown';

/** The mobile carriers: 中国移动, 中国联通, 中国电信, 中国广电. */
export const CARRIERS = ['cmcc', 'cucc', 'ctcc', 'cbn'] as const;
export type CarrierCode = (typeof CARRIERS)[number];

/** sms: 短验, a code by text message. wap: the carrier's own page. direct: 短代, charged at once. */
export const CARRIER_MODES = ['sms', 'wap', 'direct'] as const;
export type CarrierMode = (typeof CARRIER_MODES)[number];

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
  /** The code by text message was wrong, or is too old. */
  | 'code_wrong'
  | 'code_expired'
  /** As many wrong codes as the channel takes. */
  | 'code_tries_used'
  /** The code was sent, and what it belongs to got lost: another one has to be asked for. */
  | 'code_lost'
  /** The channel knows no such payer. Whoever asks is told the same as about any other. */
  | 'payer_unknown'
  /** Refused without one: the same payment may be tried again with a code, under a new number. */
  | 'code_required'
  /** The channel knows no such agreement any more: the card has to be signed again. */
  | 'agreement_ended'
  /** The contract lacks what was asked for. */
  | 'not_permitted'
  /** The channel is sure that it never got the request: it may be sent again, same number. */
  | 'not_received'
  | 'rejected_request';

/** Kept as JSON beside the attempt, so nothing in it that JSON has no words for. */
export type NextStep =
  | { type: 'wait' }
  | { type: 'redirect'; url: string }
  | { type: 'post-form'; url: string; fields: Record<string, string> }
  /** One TN, one start: the host walks control → cashier → SDK-WAP on it by itself. mode 00: real. */
  | { type: 'launch-control'; tn: string; mode: '00' | '01' }
  /** What the phone scans; it can be paid until the attempt's payableUntil. */
  | { type: 'show-qr'; content: string }
  /** A code was sent; `wrong`: it may be typed again. Times in ISO 8601, `sentAt` (sent again) by us. */
  | {
      type: 'enter-code';
      phoneMasked: string;
      expiresAt: string;
      wrong?: boolean;
      triesLeft?: number;
      sentAt?: string;
    };

/**
 * What the channel waits for from us, not from the payer. confirm: it holds the money for our word.
 * cancel: the payer cannot go on with it, so it has to be let go.
 */
export type OurStep = 'confirm' | 'cancel';

export type Outcome =
  | {
      kind: 'succeeded';
      channelRef: string;
      amount: Money;
      cardType?: CardType;
      evidence: Evidence;
    }
  | {
      kind: 'pending';
      channelRef?: string;
      next: NextStep;
      ours?: OurStep;
      /** The channel says itself that the payer has not done their part yet. */
      awaitsPayer?: true;
      /** What a code has to be submitted with (CAMARA: authorizationId). */
      codeRef?: string;
      evidence: Evidence;
    }
  /** code: of an undo or a refund, the channel's own of its refusal. */
  | { kind: 'failed'; reason: FailureReason; code?: string; evidence: Evidence }
  /** Money may or may not have moved: ask again, never call it a failure. */
  | NoAnswer;

/** Under which contract a channel is used: whose merchant number, and who stands between. */
export interface ChannelContract {
  merchantNo: string;
  access:
    | { type: 'merchant' }
    /** Through an acquirer: its code, the merchant's category (MCC) and names. */
    | {
        type: 'institution';
        acquirerCode: string;
        categoryCode: string;
        merchantName: string;
        merchantShortName: string;
      }
    | {
        type: 'platform';
        subMerchantNo: string;
        subMerchantName: string;
        subMerchantShortName: string;
      };
  /** UnionPay's trId, for the token product. */
  tokenRequestorId?: string;
  /** PEM of the channel's certificate that card data is encrypted for; the adapter's own unless given. */
  encryptionCertificatePem?: string;
}

/** Nothing was learned: ask again. */
export interface NoAnswer {
  kind: 'unknown';
  cause: 'timeout' | 'transport' | 'unreadable';
  evidence: Evidence;
}

/** front: the channel's own page (WAP on a phone). control: one TN for the host. qr: another phone scans. */
export type QuickpassSurface = 'front' | 'control' | 'qr';

/** What is paid with. */
export type Instrument =
  | { type: 'quickpass'; surface: QuickpassSurface }
  | {
      type: 'agreement';
      /** The channel's number of the agreement (UnionPay: token; NetsUnion: SgnNo). */
      channelAgreementNo: string;
      /** true: the channel sends a code first and the answer is `pending` with enter-code. */
      withCode: boolean;
      phoneMasked: string;
    }
  | PhoneInstrument;

/** The bill of a phone, charged through one service of its carrier. */
export interface PhoneInstrument {
  type: 'phone';
  carrier: CarrierCode;
  mode: CarrierMode;
  /** E.164, "+8613800138000": out of the vault, for this call only. */
  phone: string;
  phoneMasked: string;
  /** The carrier's names of the service and of the fee point (资费点). */
  serviceId: string;
  feePoint: string;
  merchantName: string;
  /** As it will stand on the bill. */
  billText: string;
}

export interface PayRequest {
  /** Our number at the channel: [0-9a-z], 8–32 characters, unique per channel for ever. */
  channelOrderNo: string;
  instrument: Instrument;
  contract?: ChannelContract;
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
  contract?: ChannelContract;
  requestedAt: Date;
  amount: Money;
  /** The moment of asking, by the database's clock. */
  askedAt: Date;
  payableUntil: Date;
}

/** A question about a payment: the channel tells its products apart by what was paid with. */
export interface PaymentQuery extends QueryRequest {
  instrument: Instrument['type'];
  /** QuickPass: front or control unless given. A qr is asked about as a qr. */
  surface?: QuickpassSurface;
  /** The channel's own number, where it has told one. */
  channelRef?: string;
  /** A phone's bill: whose, and how it is charged. */
  carrier?: CarrierCode;
  mode?: CarrierMode;
  phoneMasked?: string;
}

/** A word of ours about a payment that the channel holds; the phone as in PhoneInstrument. */
export interface HeldPayment extends PaymentQuery {
  phone?: string;
}

/** undo: all of a payment of the same clearing day, at once. refund: any part of it, within the window. */
export type ReturnKind = 'undo' | 'refund';

export interface RefundRequest {
  /** Our refund's own number at the channel, the same on every repeat. */
  channelOrderNo: string;
  kind: ReturnKind;
  contract?: ChannelContract;
  requestedAt: Date;
  amount: Money;
  original: {
    channelOrderNo: string;
    channelRef: string;
    amount: Money;
    /** What it was paid with: a return belongs to the same product of the channel. */
    instrument: Instrument['type'];
    /** QuickPass: which surface, where the channel tells products apart by it. */
    surface?: QuickpassSurface;
    carrier?: CarrierCode;
    feePoint?: string;
  };
  noticeUrl: string;
}

/** A question about an undo or a refund. */
export interface RefundQuery extends QueryRequest {
  kind: ReturnKind;
  original: RefundRequest['original'];
  /** The channel's own number of the refund, where it has told one. */
  channelRef?: string;
}

export interface ChannelAdapter extends NoticeSender {
  readonly code: ChannelCode;
  /**
   * Makes an unpaid number unpayable at once, where the channel has such a call: `failed` when it
   * is closed now, `succeeded` when it was paid meanwhile. Absent where there is none: such an
   * attempt is superseded instead, payable only until its time limit.
   */
  close?(request: HeldPayment): Promise<Outcome>;
  /** Seconds after the request at which an undecided payment is asked about. */
  readonly querySchedule: {
    payment: readonly number[];
    /** Payments by agreement, where the channel wants them asked about at other times. */
    agreement?: readonly number[];
    phone?: readonly number[];
    refund: readonly number[];
  };
  pay(request: PayRequest): Promise<Outcome>;
  query(request: PaymentQuery): Promise<Outcome>;
  refund(request: RefundRequest): Promise<Outcome>;
  queryRefund(request: RefundQuery): Promise<Outcome>;
  readNotice(request: NoticeRequest): Notice;
  /** Origins a browser must be allowed to post to (Content-Security-Policy form-action). */
  readonly formOrigins: readonly string[];
  /** Which of undo and refund the channel takes at `at` for a payment of `paidAt`: windows and clearing days. */
  returnsAt(facts: { paidAt: Date; at: Date }): { undo: boolean; refund: boolean };
  /** Payments that wait for a code by text message. */
  readonly twoStep?: TwoStep;
  /** Cards bound by agreement. */
  readonly agreements?: AgreementPort;
  /** What a host (SDK, 云闪付 app) reports after its own payment screen. */
  readonly hostResults?: HostResults;
  readonly payout?: PayoutPort;
  readonly statements?: StatementPort;
  readonly encryption?: EncryptionPort;
}

export interface TwoStep {
  /**
   * The code again, for the same payment under the same number: `pending` with enter-code. Absent where
   * the channel has no such call: then the payment is closed, and another one is begun.
   */
  resendCode?(request: PayRequest): Promise<Outcome>;
  /**
   * A wrong code that may be typed again is `pending` with enter-code, wrong. Where the channel has
   * `confirm`, the right one takes no money yet: it is `pending` with ours confirm.
   */
  submitCode(
    request: PayRequest & { code: string; channelRef?: string; codeRef?: string },
  ): Promise<Outcome>;
  /** Takes the money that the channel holds for us; safe to repeat. */
  confirm?(request: HeldPayment): Promise<Outcome>;
}
