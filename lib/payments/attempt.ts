import type { CardType, NextStep, PaymentChannel } from '@/lib/channels/port';
import type { MethodCode } from '@/lib/methods/rank-methods';
import type { Money } from '@/lib/money/money';
import type { AttemptState } from './states';

/** One try to pay one order by one method on one channel. */
export interface Attempt {
  id: string;
  orderId: string;
  merchantId: string;
  method: MethodCode;
  channel: PaymentChannel;
  channelOrderNo: string;
  amount: Money;
  customerId: string | null;
  state: AttemptState;
  host: 'pc' | 'mobile';
  requestedAt: Date;
  payableUntil: Date;
  nextStep: NextStep | null;
  channelRef: string | null;
  cardType: CardType | null;
  failureReason: string | null;
  lastAskAt: Date | null;
}
