import type { Money } from '@/lib/money/money';
import type { OrderState } from './states';

export type Goods = 'digital' | 'physical';

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
