import type { RemoteChannel } from '@/lib/channels/registry';
import type { Money } from '@/lib/money/money';
import type { RefundState } from './states';

/** Money on its way back to the shopper, by the route it came. */
export interface Refund {
  id: string;
  merchantId: string;
  orderId: string;
  attemptId: string;
  channel: RemoteChannel;
  /** The refund's own number at the channel, the same on every repeat. */
  channelOrderNo: string;
  amount: Money;
  state: RefundState;
  requestedAt: Date;
  asks: number;
}
