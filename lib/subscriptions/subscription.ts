import type { Day } from '@/lib/core/beijing';
import type { Money } from '@/lib/money/money';
import type { SubscriptionPeriod } from '@/lib/orders/order';
import type { Term } from '@/lib/orders/period-rules';
import type { SubscriptionState } from './states';

/** A merchant charges a phone every period under the one consent of its first payment. */
export interface Subscription {
  id: string;
  merchantId: string;
  /** The order that began it. */
  orderId: string;
  period: SubscriptionPeriod;
  amount: Money;
  subject: string;
  state: SubscriptionState;
  phoneHash: string;
  phoneMasked: string;
  /** In the vault until it has ended. */
  phoneItemId: string | null;
  consentVersion: string;
  customerReference: string | null;
  /** The last day that is paid for. */
  paidThrough: Day;
  paidTerms: number;
  /** The first day of the renewal that its owner was reminded of. */
  remindedFor: Day | null;
  /** The day on which it was. */
  remindedOn: Day | null;
  /** By the clock of business_now(), as all of its days. */
  nextStepAt: Date | null;
  cancelledBy: string | null;
  cancelledAt: Date | null;
  endedAt: Date | null;
  createdAt: Date;
}

/** One period, paid by one order, which is paid at most once. The days are final once it is paid. */
export interface SubscriptionTerm extends Term {
  subscriptionId: string;
  /** 1 is the one that was bought. */
  seq: number;
  orderId: string;
  /** Charges that failed for good. */
  failures: number;
  failedOn: Day | null;
  failedAttemptId: string | null;
  failureReason: string | null;
  paidAt: Date | null;
}
