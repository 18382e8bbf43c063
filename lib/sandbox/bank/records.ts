import type { NoticeSend } from '../state/records';
import type { BankBehaviour, CreditFlaws } from './schema';

/** What is told to the notice address until it is acknowledged. */
export interface Told {
  noticeCopies: number;
  pendingNotice?: { dueAtMs: number; sends: number };
  noticeSends: NoticeSend[];
}

/** Money that somebody transferred in, under a virtual number of the one account. */
export interface Movement extends Told {
  /** The bank's own number, for ever. */
  reference: string;
  number: string;
  /** Fen, in digits. */
  amount: string;
  payerName: string;
  payerAccount: string;
  remark: string;
  atMs: number;
  flaws: CreditFlaws;
  queriesMisled: number;
}

export type PayoutState = 'accepted' | 'succeeded' | 'failed' | 'returned';

/** Money on its way to a card. */
export interface Payout extends Told {
  payoutNo: string;
  amount: string;
  cardNo: string;
  name: string;
  requestedAt: string;
  reference: string;
  state: PayoutState;
  reason?: string;
  behaviour: BankBehaviour;
  receivedAtMs: number;
  /** When the next step is due, where one is to come by itself. */
  resultDueAtMs?: number;
}
