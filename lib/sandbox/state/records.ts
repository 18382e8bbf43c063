import type { Fields } from '../acp/fields';
import type { Behaviour } from '../behaviour/schema';

export type OrderKind = 'consume' | 'refund' | 'undo';
export type Card = 'debit' | 'credit' | 'empty';

export interface NoticeSend {
  atMs: number;
  /** HTTP status, or why there was none. */
  result: number | 'timeout' | 'unreachable';
}

/** One transaction at the gateway: a front payment, a refund or an undo. */
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
  card?: Card;
  wrongCodes: number;
  cancelled?: boolean;
  /** Refunds and undos: the payment they take back, and when their result is due. */
  originalId?: string;
  resultDueAtMs?: number;
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
