import type { Money } from '@/lib/money/money';

/** What a merchant lets an order come to, and all orders of one day (Beijing) together; null: no such limit. */
export interface MerchantLimits {
  orderLeast: Money | null;
  orderMost: Money | null;
  dayMost: Money | null;
}
