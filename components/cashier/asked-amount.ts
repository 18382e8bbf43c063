import { cny, type Money } from '@/lib/money/money';
import type { CashierView } from '@/lib/payments/cashier-view';

/** What the channel is asked for: the order's amount, less the part that is held on a balance. */
export const askedAmount = ({ order, live }: Pick<CashierView, 'order' | 'live'>): Money =>
  cny(order.amount.amountMinor - (live?.balance?.amountMinor ?? 0n));
