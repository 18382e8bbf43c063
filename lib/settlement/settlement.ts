import type { MethodCode } from '@/lib/methods/rank-methods';
import type { Money } from '@/lib/money/money';

/** A merchant's payments, moved from pending to its settlement account, less fee and refunds. */
export interface Settlement {
  id: string;
  merchantId: string;
  /** The last accounting day that it covers: YYYY-MM-DD. */
  throughDay: string;
  payments: number;
  gross: Money;
  fee: Money;
  /** Refunds on request, less those that failed after they were deducted: may be below zero. */
  refunded: Money;
  net: Money;
  settledAt: Date;
}

/** What one method contributed to a settlement. */
export interface SettledMethod {
  method: MethodCode;
  payments: number;
  gross: Money;
  fee: Money;
}
