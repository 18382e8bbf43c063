import type { Fields } from '../acp/fields';
import type { Behaviour } from '../behaviour/schema';

export type OrderKind = 'consume' | 'refund' | 'undo' | 'payout' | 'signing';

/** How a payment came: by the browser's form, as a TN for an app, as a QR, or by a token. */
export type Product = 'front' | 'control' | 'qr' | 'token';

/** Which of the app's three faces carried a TN payment. */
export type Surface = 'control' | 'cashier' | 'sdk-wap';

export type Card =
  | 'debit'
  | 'credit'
  | 'empty'
  | 'limit'
  | 'frozen'
  | 'stale'
  | 'sms'
  | 'doubt'
  | 'late'
  | 'mismatch';

export interface NoticeSend {
  atMs: number;
  /** HTTP status, or why there was none. */
  result: number | 'timeout' | 'unreachable';
}

/** One transaction at the gateway: a payment, a refund, an undo, a payout or the signing of a token. */
export interface OrderRecord {
  /** Unguessable; also the address of the payment page. */
  id: string;
  kind: OrderKind;
  /** The request as it came. (merId, orderId, txnTime) is the gateway's unique key. */
  request: Fields;
  behaviour: Behaviour;
  receivedAtMs: number;
  state: 'waiting' | 'succeeded' | 'failed';
  /** The final code, once there is one: 00 or the reason of the failure. */
  respCode?: string;
  settledAtMs?: number;
  /** The gateway's own number (21 digits) and trace, once the money side was asked. */
  queryId?: string;
  traceNo?: string;
  /** Payments: after this the cardholder can no longer pay. */
  payableUntilMs?: number;
  /** Payments; where there is none, the browser's form. */
  product?: Product;
  /** Payments by the app: what it starts with (21 digits), and which face of it was used. */
  tn?: string;
  surface?: Surface;
  card?: Card;
  /** Where a card came with the request or by a token. */
  maskedCard?: string;
  wrongCodes: number;
  cancelled?: boolean;
  /** Refunds and undos: the payment they take back. */
  originalId?: string;
  /** When the result of an accepted or confirmed order comes, and which it will be (else 00). */
  resultDueAtMs?: number;
  resultCode?: string;
  /** Signings: whom the token will be for. Token payments have just the token. */
  signing?: { trId: string; phone: string };
  token?: string;
  queriesMisled: number;
  /** The back notice that is still to be delivered. */
  pendingNotice?: { dueAtMs: number; sends: number };
  noticeSends: NoticeSend[];
}

export interface TextMessage {
  id: number;
  phone: string;
  text: string;
  atMs: number;
}

/** What a merchant holds in a card's stead. */
export interface Token {
  token: string;
  trId: string;
  merId: string;
  phone: string;
  card?: Card;
  maskedCard: string;
  issuedAtMs: number;
  ended: boolean;
}

/** The last code sent for a signing or a payment; the key is that of its order. */
export interface SentCode {
  key: string;
  code: string;
  phone: string;
  /** What the code was asked for: the same card, or the same token and amount, must come with it. */
  subject: string;
  expiresAtMs: number;
  wrongCodes: number;
  used: boolean;
}
