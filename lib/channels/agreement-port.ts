import type { CardType, ChannelContract, Evidence, NoAnswer } from './port';

/** The four elements (四要素): plain, for the channel's eyes only, never logged or stored outside the vault. */
export interface FourElements {
  name: string;
  idNo: string;
  cardNo: string;
  /** 11 digits. */
  phone: string;
}

export type SignFailureReason =
  | 'phone_mismatch'
  /** The channel merges identity and phone in one code (UnionPay 66): a three-element check tells which. */
  | 'identity_or_phone_mismatch'
  | 'identity_mismatch'
  | 'card_invalid'
  /** This card, or its bank, does not take part. */
  | 'card_unsupported'
  | 'code_wrong'
  | 'code_expired'
  | 'too_many_codes'
  /** This channel does not sign without a code. */
  | 'code_required'
  | 'risk_refused'
  | 'channel_closed'
  | 'declined'
  /** The channel is sure that it never got the request. */
  | 'not_received'
  | 'not_permitted'
  | 'rejected_request';

export type SignOutcome =
  | { kind: 'code_sent'; expiresAt: Date; evidence: Evidence }
  | {
      kind: 'signed';
      /** Quoted by later payments. */
      channelAgreementNo: string;
      cardType?: CardType;
      evidence: Evidence;
    }
  | { kind: 'pending'; evidence: Evidence }
  | { kind: 'failed'; reason: SignFailureReason; evidence: Evidence }
  | NoAnswer;

export interface SignRequest {
  /** Our number of this signing at the channel: [0-9a-z], 8–32 characters. */
  signNo: string;
  requestedAt: Date;
  elements: FourElements;
  contract?: ChannelContract;
}

export interface SignQuery {
  signNo: string;
  requestedAt: Date;
  askedAt: Date;
  contract?: ChannelContract;
}

export interface EndAgreementRequest {
  channelAgreementNo: string;
  /** Our number of the ending, the same on every repeat. */
  endNo: string;
  requestedAt: Date;
  contract?: ChannelContract;
}

/** Signing of bound cards (协议支付): four elements + code → the channel's number of the agreement. */
export interface AgreementPort {
  /** May the channel be asked to sign without a code (the card was verified elsewhere just now)? */
  readonly signsSilently: boolean;
  /** Seconds after the request at which an undecided signing is asked about. */
  readonly querySchedule: readonly number[];
  /** Has a code sent to the phone reserved at the bank; again under the same number it is the next code. */
  requestCode(request: SignRequest): Promise<SignOutcome>;
  /** Without a code: only where `signsSilently`. */
  sign(request: SignRequest & { code?: string }): Promise<SignOutcome>;
  /** What became of a signing whose answer was lost. failed `not_received`: it may be sent again. */
  querySign(request: SignQuery): Promise<SignOutcome>;
  /** ended: it is gone, now or before. */
  end(
    request: EndAgreementRequest,
  ): Promise<
    | { kind: 'ended'; evidence: Evidence }
    | { kind: 'failed'; reason: 'declined' | 'not_received'; evidence: Evidence }
    | NoAnswer
  >;
}
