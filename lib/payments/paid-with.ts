import type { ChannelAdapter, PaymentQuery, QuickpassSurface } from '@/lib/channels/port';
import { present } from '@/lib/core/assert';
import type { Attempt } from './attempt';
import type { PhonePayment } from './phone-payment';
import { payerCanGoOn } from './phone-rules';

export type PaidWith = Pick<
  PaymentQuery,
  'instrument' | 'surface' | 'channelRef' | 'carrier' | 'mode' | 'phoneMasked'
>;

/**
 * Which of the channel's products an attempt belongs to: whoever asks or gives back has to say so. A
 * phone's bill is told apart by the carrier and its own number of the payment.
 */
export function paidWith(
  attempt: Pick<Attempt, 'method' | 'surface' | 'nextStep' | 'channelRef'>,
  phone: PhonePayment | undefined,
): PaidWith {
  switch (attempt.method) {
    case 'carrier':
      return phoneBill(attempt, present(phone, 'the phone of a payment by phone bill'));
    case 'card':
      return { instrument: 'agreement' };
    default:
      return { instrument: 'quickpass', surface: surfaceOf(attempt.surface) };
  }
}

function phoneBill(attempt: Pick<Attempt, 'nextStep' | 'channelRef'>, phone: PhonePayment) {
  const { carrier, mode, phoneMasked } = phone;
  const known = payerCanGoOn(attempt, phone) ? attempt.channelRef : null;
  const ref = known ? { channelRef: known } : {};
  return { instrument: 'phone' as const, carrier, mode, phoneMasked, ...ref };
}

/** What the host walked on one TN was asked for as control; without a word it was the front page. */
function surfaceOf(surface: Attempt['surface']): QuickpassSurface {
  if (surface === null || surface === 'api_wap') return 'front';
  return surface === 'qr' ? 'qr' : 'control';
}

/** Seconds after the request at which the channel is asked about such a payment. */
export function scheduleOf(
  { querySchedule }: Pick<ChannelAdapter, 'querySchedule'>,
  method: Attempt['method'],
): readonly number[] {
  const { agreement, phone, payment } = querySchedule;
  if (method === 'card') return agreement ?? payment;
  return method === 'carrier' ? (phone ?? payment) : payment;
}
