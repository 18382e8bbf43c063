import type { PaymentChannel } from '@/lib/channels/port';
import type { Money } from '@/lib/money/money';

/** A refund whose channel's code may mean that the money has gone back already: a person decides. */
export interface HeldRefund {
  id: string;
  channel: PaymentChannel;
  channelCode: string;
  amount: Money;
  requestedAt: Date;
  /** What the channel says was paid; null: it says that nothing was, or has not been asked yet. */
  original: Money | null;
  /** What our other refunds of the payment have given back, and what of them is open; null: not added up yet. */
  refunded: Money | null;
  undecided: Money | null;
}

/** It went back, by this refund or by something else that counts as it; or it did not. */
export const HELD_ENDS = ['succeeded', 'failed'] as const;
