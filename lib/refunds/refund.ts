import type { PaymentChannel } from '@/lib/channels/port';
import type { Money } from '@/lib/money/money';
import type { RefundRoute } from './route-rules';
import type { RefundState } from './states';

/** Money on its way back to the shopper, by the route it came. */
export interface Refund {
  id: string;
  merchantId: string;
  orderId: string;
  attemptId: string;
  /** late_payment: nothing was owed any more. requested: by the merchant or by support. */
  cause: 'late_payment' | 'requested';
  channel: PaymentChannel;
  route: RefundRoute;
  /** The merchant's own number: the same number is the same refund. */
  merchantRefundNo: string | null;
  reason: string | null;
  /** Who asked for it; null when nobody had to. */
  requestedBy: string | null;
  /** The undo that the channel refused, and that this refund stands in for. */
  replacesId: string | null;
  /** The refund's own number at the channel, the same on every repeat. */
  channelOrderNo: string;
  amount: Money;
  state: RefundState;
  requestedAt: Date;
  failureReason: string | null;
  asks: number;
}
