import type { Money } from '@/lib/money/money';

/** One movement on one account, seen from that account. */
export interface StatementLine {
  id: string;
  entryId: string;
  entryKey: string;
  event: string;
  businessRef: string;
  postedAt: Date;
  /** YYYY-MM-DD, Beijing time. */
  accountingDate: string;
  direction: 'in' | 'out';
  amount: Money;
  /** What the account had after this line. */
  balanceAfter: Money;
  sentence: { zh: string; en: string };
}
