import type { Money } from '@/lib/money/money';

/** What the bank says about money that reached our account for one of the numbers under it. */
export interface TransferIn {
  channel: 'bank' | 'unionpay';
  /** The bank's own number of the movement: the same on every repeat. */
  bankReference: string;
  number: string;
  amount: Money;
  payerName: string;
  payerAccount: string;
  remark: string;
}
