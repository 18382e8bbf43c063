import type { PaymentChannel } from '@/lib/channels/port';
import type { Money } from '@/lib/money/money';
import type { DivertCause } from './not-curable';
import type { RefundRoute } from './route-rules';
import type { RefundState } from './states';

/** By whom a refund was asked for; system: nobody had to. */
export type RefundAsker = 'api' | 'merchant' | 'agent' | 'shopper' | 'system';

/** Money on its way back to the shopper, by the route it came where that can be. */
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
  askedBy: RefundAsker;
  /** The one that the channel refused, and that this refund stands in for: undo, refund, transfer. */
  replacesId: string | null;
  /** The refund that was asked for, which this is the other part of: it goes back by another route. */
  partOfId: string | null;
  /** The refund's own number at the channel, the same on every repeat. */
  channelOrderNo: string;
  /** The channel's own, where it has told one. */
  channelRef: string | null;
  amount: Money;
  /** What of it was taken from the merchant's available money; the rest from what is pending. */
  available: Money;
  state: RefundState;
  requestedAt: Date;
  /** When its money was taken: not yet, while it waits. */
  takenAt: Date | null;
  /** When it went to the channel first, as every call about it says. */
  sentAt: Date | null;
  failureReason: string | null;
  /** The channel's own code of its refusal; of an unknown one, what it is held for. */
  channelCode: string | null;
  /** Why it does not go back the way it came; of a transfer only. */
  divertCause: DivertCause | null;
  /** When the channel gave it back after all, that had refused it and that a transfer stood in for. */
  returnedAt: Date | null;
  declineReason: string | null;
  asks: number;
}

/** What one route gives back of a refund. */
export type RefundPart = Pick<Refund, 'route' | 'amount' | 'state'>;

/** A refund as it was asked for, whatever parts it goes back in and whatever stood in for them. */
export interface AskedRefund extends Refund {
  /** What has reached the shopper by now; of a refund that failed, perhaps the balance's part. */
  returned: Money;
  /** In the order in which they go back: the balance's first. */
  parts: readonly RefundPart[];
}
