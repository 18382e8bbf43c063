import type { Money } from '@/lib/money/money';
import type { CardType, ChannelContract, Evidence, NoAnswer } from './port';

/** One line of a channel's reconciliation file. */
export interface StatementLine {
  kind: 'payment' | 'undo' | 'refund' | 'payout';
  /** Our number at the channel and the channel's own. */
  channelOrderNo: string;
  channelRef: string;
  amount: Money;
  /** What the channel keeps; negative where it gives a fee back. */
  fee: Money;
  /** Of an undo or refund: the channel's number of the payment. */
  originalRef?: string;
  cardType?: CardType;
  at: Date;
}

/** A correction after the fact (差错): it names its transaction by the channel's trace number alone. */
export interface StatementAdjustment {
  /** The channel's codes of what it is and why. */
  code: string;
  reason: string;
  traceNo: string;
  originalTraceNo: string;
  amount: Money;
  fee: Money;
  /** What changes in our favour; negative where it is against us. */
  net: Money;
  at: Date;
}

export type StatementAnswer =
  | {
      kind: 'file';
      fileName: string;
      lines: StatementLine[];
      adjustments: StatementAdjustment[];
      evidence: Evidence;
    }
  /** Nothing was settled on that day, or the file is not there yet. */
  | { kind: 'absent'; evidence: Evidence }
  | NoAnswer;

export interface StatementPort {
  /** The first moment at which the file of a clearing day can be there. day: YYYY-MM-DD. */
  readyAt(day: string): Date;
  clearingDayOf(at: Date): string;
  download(request: {
    day: string;
    requestNo: string;
    requestedAt: Date;
    contract?: ChannelContract;
  }): Promise<StatementAnswer>;
}

export interface EncryptionPort {
  /** The certificate that card data is to be encrypted for from now on; the old one is good for a month more. */
  fetchCertificate(request: {
    requestNo: string;
    requestedAt: Date;
    contract?: ChannelContract;
  }): Promise<{ kind: 'certificate'; certId: string; pem: string; evidence: Evidence } | NoAnswer>;
}
