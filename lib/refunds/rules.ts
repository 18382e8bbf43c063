import type { RefundRequest } from '@/lib/channels/port';
import type { Money } from '@/lib/money/money';
import { sameMoney } from '@/lib/money/money';
import type { Attempt } from '@/lib/payments/attempt';
import type { PhonePayment } from '@/lib/payments/phone-payment';
import type { Refund } from './refund';

const LATER_MS = 3_600_000;

/** Refused with a code that may mean that the money has gone back already: a person looks. */
export const isHeld = ({ state, channelCode }: Pick<Refund, 'state' | 'channelCode'>): boolean =>
  state === 'unknown' && channelCode !== null;

/**
 * When an undecided refund is asked about next: the channel's own schedule by the number of asks
 * so far (seconds from one ask to the next), then hourly until the answer is definite.
 */
export function nextAskAt(facts: {
  now: Date;
  asks: number;
  scheduleSeconds: readonly number[];
}): Date {
  const pauseSeconds = facts.scheduleSeconds[facts.asks];
  return new Date(facts.now.getTime() + (pauseSeconds ? pauseSeconds * 1000 : LATER_MS));
}

/** Is it the same request again? Without an amount it asked for whatever was left. */
export const sameRequest = (
  refund: Pick<Refund, 'orderId' | 'amount' | 'reason'>,
  again: { orderId: string; amount?: Money; reason?: string },
): boolean =>
  refund.orderId === again.orderId &&
  (again.amount === undefined || sameMoney(refund.amount, again.amount)) &&
  refund.reason === (again.reason ?? null);

type Original = RefundRequest['original'];

/** What the channel has to know of the payment, from which its product follows. */
export function originalOf(
  attempt: Pick<Attempt, 'channelOrderNo' | 'amount' | 'method' | 'surface'>,
  channelRef: string,
  phone?: Pick<PhonePayment, 'carrier' | 'feePoint'>,
): Original {
  const { channelOrderNo, amount } = attempt;
  const payment = { channelOrderNo, channelRef, amount };
  if (phone) {
    const { carrier, feePoint } = phone;
    return { ...payment, instrument: 'phone', carrier, feePoint };
  }
  return attempt.method === 'card'
    ? { ...payment, instrument: 'agreement' }
    : { ...payment, instrument: 'quickpass', surface: surfaceOf(attempt.surface) };
}

/** What the host walked on one TN was asked for as control; without a word it was the front page. */
function surfaceOf(surface: Attempt['surface']): NonNullable<Original['surface']> {
  switch (surface) {
    case 'qr':
      return 'qr';
    case 'control':
    case 'cashier':
    case 'sdk_wap':
      return 'control';
    default:
      return 'front';
  }
}
