import type { CashierView } from '@/lib/payments/cashier-view';

export type Screen = 'paid' | 'waiting' | 'choosing' | 'expired' | 'closed';

/** Which page the order is at. A live attempt comes before an expiry: its result is still to come. */
export function screenOf({ order, live }: Pick<CashierView, 'order' | 'live'>): Screen {
  if (order.state === 'paid') return 'paid';
  if (live) return 'waiting';
  return order.state === 'open' ? 'choosing' : order.state;
}

/**
 * A QR code stands on the page, or the next one can: the order has time left and the last was not paid.
 * A question to UnionPay that got no answer takes no code away. It stands where it was asked for only.
 */
export const showsQr = ({ order, live, now }: CashierView): boolean =>
  order.state !== 'paid' &&
  live?.surface === 'qr' &&
  live.here &&
  (live.nextStep !== null || (live.state === 'waiting' && order.expiresAt > now));

/** Nobody can change this page any more, here or on another device: the order is over, and its money settled. */
export const isSettled = ({ order, live, leftBehind }: CashierView): boolean =>
  order.state !== 'open' && live === null && leftBehind.every(({ state }) => state === 'returned');
