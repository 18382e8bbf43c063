import type { Money } from '@/lib/money/money';
import type { PayoutState } from '@/lib/payouts/states';

/** A merchant's own money on its way to its bank account, as its console and its server see it. */
export interface MerchantWithdrawal {
  /** pyt_… */
  id: string;
  amount: Money;
  /** requested, held, sent, accepted, unknown: under way; succeeded, failed, returned: ended. */
  state: PayoutState;
  failureReason: string | null;
  /** A member's id, or `merchant`: its server. */
  requestedBy: string;
  requestedAt: Date;
  finishedAt: Date | null;
  /** "6222****0005" */
  cardMasked: string;
  bankName: string;
}
