import type { StatementLine } from '@/lib/channels/statement-port';
import type { ContractChannel } from '@/lib/contracts/contract';
import type { Money } from '@/lib/money/money';

export type RecordKind = StatementLine['kind'];

/** How a line of a channel's file compares with our own record of it. */
export type Finding = 'matched' | 'not_ours' | 'amount_differs' | 'state_differs';

/** Our attempt, refund or payout, as far as a file can tell of it. */
export interface OurRecord {
  id: string;
  kind: RecordKind;
  channelOrderNo: string;
  amount: Money;
  /** We say, too, that the money moved. */
  done: boolean;
}

/** A channel's file of one clearing day, as it was imported. */
export interface ImportedStatement {
  id: string;
  channel: ContractChannel;
  merchantNo: string;
  /** YYYY-MM-DD. */
  day: string;
  fileName: string;
  lines: number;
  matched: number;
  /** What we have and the file has not. */
  missing: number;
  /** Corrections after the fact. */
  adjusted: number;
  importedAt: Date;
}

/** One difference for a person to look at. */
export interface Difference {
  channel: ContractChannel;
  day: string;
  kind: RecordKind | 'adjustment';
  finding: Exclude<Finding, 'matched'> | 'missing' | 'adjusted';
  /** Our number at the channel; of an adjustment, the channel's trace number and its codes. */
  number: string;
  amount: Money;
  oursId: string | null;
}
