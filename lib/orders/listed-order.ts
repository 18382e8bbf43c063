import type { Day } from '@/lib/core/beijing';
import type { MethodCode } from '@/lib/methods/rank-methods';
import type { Money } from '@/lib/money/money';
import type { Order } from './order';
import type { OrderState } from './states';

/** An order as a line of a merchant's list. */
export type ListedOrder = Pick<
  Order,
  'id' | 'merchantOrderNo' | 'subject' | 'amount' | 'state' | 'createdAt' | 'paidAttemptId'
>;

/** What of a merchant's orders is asked for; days are Beijing's, both included. */
export interface ListedFilter {
  merchantId: string;
  state?: OrderState;
  merchantOrderNo?: string;
  /** What it was paid with. */
  method?: MethodCode;
  least?: Money;
  most?: Money;
  from?: Day;
  to?: Day;
  /** The last order of the page before. */
  before?: string;
}
