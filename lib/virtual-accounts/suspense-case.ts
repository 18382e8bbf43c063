import type { Money } from '@/lib/money/money';
import type { SuspenseState } from './states';

/** Why money could not be credited to the account it was sent to. */
export type SuspenseReason =
  | 'unknown_number'
  | 'closed_account'
  | 'no_contract'
  /** A refund was paid out, and came back by the original route as well: somebody owes it. */
  | 'returned_twice'
  /** Nobody said where a refund was to go. */
  | 'unclaimed_refund';

/** Money that reached the bank account for nobody we know. The payer is masked, here and at rest. */
export interface SuspenseCase {
  id: string;
  bankReference: string;
  claimedNumber: string;
  amount: Money;
  payerNameMasked: string;
  payerAccountMasked: string;
  remark: string;
  reason: SuspenseReason;
  state: SuspenseState;
  /** Where one person said that an unclaimed refund belongs, until another one says the same. */
  proposedNumber: string | null;
  proposedBy: string | null;
  assignedNumber: string | null;
  resolvedBy: string | null;
  resolvedAt: Date | null;
  createdAt: Date;
}
