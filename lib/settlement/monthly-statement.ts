import type { AccountSums } from '@/lib/ledger/account-days';
import type { Subject } from '@/lib/ledger/chart';
import type { Money } from '@/lib/money/money';

/** The accounts that a merchant's statement is about: not settled yet, its own, come too late. */
export const STATEMENT_SUBJECTS = [
  'merchant_pending',
  'merchant_balance',
  'late_payments',
] as const satisfies readonly Subject[];
export type StatementSubject = (typeof STATEMENT_SUBJECTS)[number];

/** A merchant's month, added up from the ledger's lines alone. */
export interface MonthlyStatement {
  merchantId: string;
  /** YYYY-MM, Beijing. */
  month: string;
  from: string;
  to: string;
  /** The month has ended and its days are closed: nothing of it changes any more. */
  isFinal: boolean;
  accounts: (AccountSums & { subject: StatementSubject })[];
  /** What was taken from settled payments as our fee, less what was given back of it with refunds. */
  fee: Money;
}
