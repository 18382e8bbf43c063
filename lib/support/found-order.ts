import type { CardType, PaymentChannel } from '@/lib/channels/port';
import type { Money } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import type { Attempt } from '@/lib/payments/attempt';

/** How much of an order has gone back, or is about to. */
export type RefundStanding = 'none' | 'under_way' | 'case' | 'part' | 'whole';

/** The payment that an order is told by: the one that paid it, or else the newest try. */
export interface FoundPayment {
  method: Attempt['method'];
  surface: Attempt['surface'];
  channel: PaymentChannel;
  cardType: CardType | null;
  state: Attempt['state'];
}

/** An order as a line of what the office has found. */
export interface FoundOrder
  extends Pick<
    Order,
    | 'id'
    | 'merchantId'
    | 'merchantOrderNo'
    | 'subject'
    | 'amount'
    | 'state'
    | 'createdAt'
    | 'paidAt'
  > {
  payment: FoundPayment | null;
  refund: RefundStanding;
  refunded: Money;
}
