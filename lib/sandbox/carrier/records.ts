import type { NoticeSend } from '../state/records';
import type { Carrier } from './numbers';
import type { CarrierBehaviour } from './schema';
import type { AmountTransaction, RefundRequest } from './wire-schema';

/** Where events about a payment or a refund go to. */
export interface Sink {
  url: string;
  credential?: { token: string; untilMs: number };
}

export type PaymentState =
  | 'processing'
  | 'pending_validation'
  | 'reserved'
  | 'succeeded'
  | 'denied'
  | 'cancelled';

/** How the payer agrees to a prepared payment. */
export type Validation =
  | { action: 'validate'; authorizationId: string }
  | { action: 'open'; validationURL: string; wapId: string };

export interface CarrierPayment {
  id: string;
  carrier: Carrier;
  /** 11 digits. */
  phone: string;
  request: AmountTransaction;
  /** Thousandths of a yuan. */
  milli: number;
  sink?: Sink;
  behaviour: CarrierBehaviour;
  state: PaymentState;
  createdAtMs: number;
  /** Prepared ones: not confirmed until then, they are discarded. */
  confirmUntilMs?: number;
  validation?: Validation;
  code?: { value: string; untilMs: number; sent: number; wrong: number };
  /** Confirmed, or charged in one step. */
  confirmed: boolean;
  /** When what is in process is decided. */
  resultDueAtMs?: number;
  paidAtMs?: number;
  denialReason?: string;
  queriesMisled: number;
  /** What the month's statement has to say of it beside that it was paid. */
  marks: { kind: 'reduction' | 'bad_debt' | 'complaint_refund'; milli: number; atMs: number }[];
}

export interface CarrierRefund {
  id: string;
  paymentId: string;
  carrier: Carrier;
  request: Pick<RefundRequest, 'type' | 'reason' | 'amountTransaction'>;
  milli: number;
  sink?: Sink;
  state: 'processing' | 'succeeded' | 'denied';
  createdAtMs: number;
  resultDueAtMs?: number;
  refundedAtMs?: number;
}

/** One event on its way to a sink. */
export interface CarrierEvent {
  id: string;
  paymentId: string;
  type: string;
  sink: Sink;
  body: string;
  copies: number;
  /** Until it is acknowledged or given up. */
  dueAtMs?: number;
  sends: number;
  results: NoticeSend['result'][];
}
