import type { CarrierCode } from '@/lib/channels/port';
import type { Money } from '@/lib/money/money';

/** paid: charged and counted for us. The others take from a payment that was: 核减, 坏账, 投诉退款. */
export type LineKind = 'paid' | 'reduction' | 'bad_debt' | 'complaint_refund';

/** How a line compares with our own record of the payment. */
export type Finding =
  | 'matched'
  | 'not_ours'
  | 'amount_differs'
  | 'share_differs'
  | 'state_differs'
  | 'repeated';

/** How long a carrier has been owing, in days after the day it had to pay (账龄). */
export type Age = 'notDue' | 'upTo30' | 'upTo60' | 'upTo90' | 'over90';

/** One line of a carrier's file. */
export interface FileLine {
  lineNo: number;
  kind: LineKind;
  /** Our number at the carrier, as it says it back. */
  channelOrderNo: string;
  paymentId: string;
  amountMinor: bigint;
  /** Of a payment, what the carrier keeps; of the other kinds, what it gives back of that. */
  shareMinor: bigint;
  occurredAt: Date;
}

/** Which line of which carrier, and of which month. */
interface StatementOf {
  statementId: string;
  lineId: string;
  lineName: string;
  carrier: CarrierCode;
  /** "2026-10" */
  month: string;
  /** When the carrier has to pay for it: YYYY-MM-DD. */
  dueOn: string;
}

/** From what was charged to what is left of it, step by step. */
export interface Steps {
  payments: number;
  gross: Money;
  /** Our own refunds of listed payments, less those that failed: may be below zero. */
  refunded: Money;
  reductions: number;
  reduction: Money;
  badDebts: number;
  badDebt: Money;
  complaints: number;
  complaint: Money;
  share: Money;
  fee: Money;
}

/** A statement with all merchants' parts together, and what the carrier still owes for it. */
export type CarrierStatement = StatementOf &
  Steps & {
    lines: number;
    /** Lines that nothing was booked for. */
    differing: number;
    remitted: Money;
    owed: Money;
    importedAt: Date;
  };

/** What one statement comes to for one merchant. */
export type MerchantStatement = StatementOf &
  Steps & {
    net: Money;
    /** What earlier statements left: below zero, what they could not cover. */
    carried: Money;
    /** What went to the settlement account. */
    credited: Money;
    /** For how long the carrier has owed for the statement as a whole; null when it has paid. */
    unpaid: Age | null;
    /** Complaints that the carrier told of, booked or not. */
    complained: number;
    /** Too many complaints: the line carries nothing of the merchant's now. */
    stopped: boolean;
  };

/** A line of a statement for a person to look at. */
export interface StatementDifference {
  lineName: string;
  carrier: CarrierCode;
  month: string;
  lineNo: number;
  kind: LineKind;
  finding: Exclude<Finding, 'matched'>;
  channelOrderNo: string;
  amount: Money;
  share: Money;
  attemptId: string | null;
}

/** How many complaints there were about a merchant's payments on a line in a month, booked or not. */
export interface ComplaintRate {
  merchantId: string;
  merchantName: string;
  merchantNameEn: string;
  lineName: string;
  carrier: CarrierCode;
  month: string;
  payments: number;
  complaints: number;
  stopped: boolean;
}
