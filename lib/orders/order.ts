import type { Money } from '@/lib/money/money';
import type { OrderState } from './states';

export type Goods = 'digital' | 'physical';

/** natural_month: to the end of the calendar month. rolling: so many days, the first one included. */
export const SUBSCRIPTION_PERIODS = ['natural_month', 'rolling_30', 'rolling_31'] as const;
export type SubscriptionPeriod = (typeof SUBSCRIPTION_PERIODS)[number];

/** What is owed, as agreed with the merchant and not negotiable afterwards. */
export interface OrderTerms {
  merchantOrderNo: string;
  amount: Money;
  subject: string;
  goods: Goods;
  /** As the WHATWG parser writes it; on the merchant's list when the order was made. */
  returnUrl: string | null;
  /** The merchant's own name for its shopper: a claim, never a proof. */
  customerReference: string | null;
  /** Paying it begins, or renews, a subscription of this period. */
  subscriptionPeriod: SubscriptionPeriod | null;
}

export interface Order extends OrderTerms {
  id: string;
  merchantId: string;
  metadata: Record<string, string> | null;
  /** Unguessable: whoever has it may open the cashier page. */
  payToken: string;
  state: OrderState;
  expiresAt: Date;
  paidAt: Date | null;
  paidAttemptId: string | null;
  createdAt: Date;
}
