import type { Money } from '@/lib/money/money';
import type { NoticeRequest, NoticeSender } from './notice-port';
import type { ChannelContract, Evidence, NoAnswer } from './port';

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
  /** The holder's identity number, where it is known. */
  idNo?: string;
  /** When it was first asked for; the same on every repeat. */
  requestedAt: Date;
  noticeUrl?: string;
  contract?: ChannelContract;
}

export interface PayoutQuery {
  channelOrderNo: string;
  amount: Money;
  requestedAt: Date;
  askedAt: Date;
  contract?: ChannelContract;
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
export interface PayoutAdapter extends NoticeSender, PayoutPort {
  readonly code: 'bank';
  /** Does this person exist under this identity number, and is the phone registered to them? */
  verifyIdentity(person: { name: string; idNo: string; phone: string }): Promise<Verdict>;
  /** Is this card this person's own? */
  verifyCard(card: { name: string; idNo: string; cardNo: string }): Promise<CardVerdict>;
  queryCredit(request: { bankReference: string }): Promise<CreditAnswer>;
  /** What came in at or after a moment of the bank's clock, page by page. */
  listCredits(request: { since: Date; after?: string }): Promise<CreditList>;
  readNotice(request: NoticeRequest): BankNotice;
}

/** Money to a bank card (代付). */
export interface PayoutPort {
  /** Seconds after the request at which an undecided payout is asked about. */
  readonly querySchedule: readonly number[];
  /** Is the holder's identity number compared, too, beside the name? Then it is worth opening. */
  readonly comparesIdNo?: boolean;
  send(request: PayoutRequest): Promise<PayoutOutcome>;
  query(request: PayoutQuery): Promise<PayoutOutcome>;
}
