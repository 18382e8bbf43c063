import type { Card, NoticeSend } from '../state/records';

import type { NetsUnionBehaviour } from './schema';

/** One signing, payment or refund. */
export interface Transaction {
  trxId: string;
  ordrId: string;
  issrId: string;
  merchantNo: string;
  kind: 'signing' | 'payment' | 'refund';
  /** Of what the number was first used for: nothing else may come under it. */
  digest: string;
  behaviour: NetsUnionBehaviour;
  receivedAtMs: number;
  /** code: a code was sent and is awaited. */
  state: 'code' | 'pending' | 'succeeded' | 'failed';
  /** Of a failure. */
  bizCd?: string;
  /** Payments and refunds: fen in digits. */
  amount?: string;
  /** The channel's own number of the movement. */
  netTrxId?: string;
  /** The agreement that was made, or that is paid by. */
  sgnNo?: string;
  card?: Card;
  phone: string;
  code?: { untilMs: number; sent: number; wrong: number };
  /** Payments: after this none is taken any more. */
  expiresAtMs?: number;
  /** Refunds: the payment's trxId. */
  originalId?: string;
  settledAtMs?: number;
  resultDueAtMs?: number;
  queriesMisled: number;
  pendingNotice?: { dueAtMs: number; sends: number };
  noticeSends: NoticeSend[];
}

export interface Agreement {
  sgnNo: string;
  merchantNo: string;
  card?: Card;
  phone: string;
}
