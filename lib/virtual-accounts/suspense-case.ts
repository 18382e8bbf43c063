import type { Money } from '@/lib/money/money';
import type { SuspenseState } from './states';

/** Why money could not be credited to the account it was sent to. */
export type SuspenseReason = 'unknown_number' | 'closed_account' | 'no_contract';

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
  assignedNumber: string | null;
  resolvedBy: string | null;
  resolvedAt: Date | null;
  createdAt: Date;
}
