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
  /** What the channel is asked for: the order's amount, less `balance`. */
  amount: Money;
  /** The part that is held on the payer's balance until the channel has spoken; nothing for most. */
  balance: Money;
  balanceHoldId: string | null;
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
  /** The contract it runs under; null is the environment's. */
  contractId: string | null;
  /** Which way of QuickPass: what we asked for, then what the host says it ran. */
  surface: 'control' | 'cashier' | 'sdk_wap' | 'api_wap' | 'qr' | null;
  tn: string | null;
  /** What the host said when it came back: a report, never a proof. */
  hostResult: string | null;
  /** The bound card, and the channel's own agreement about it. */
  agreementId: string | null;
  channelAgreementId: string | null;
  /** Hash of the browser that began it, where it was one. */
  begunBy: string | null;
  /** The form that began it: sent again, it finds this attempt. */
  formKey: string | null;
}
