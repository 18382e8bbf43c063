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
 * A question to UnionPay that got no answer takes no code away.
 */
export const showsQr = ({ order, live, now }: CashierView): boolean =>
  order.state !== 'paid' &&
  live?.surface === 'qr' &&
  (live.nextStep !== null || (live.state === 'waiting' && order.expiresAt > now));

/** Nothing that the shopper waits for can change any more without their doing. */
export const isSettled = ({ live, leftBehind }: CashierView): boolean =>
  live === null && leftBehind.every(({ state }) => state === 'returned');

/** The same text as long as the page would look the same: what polling compares. */
export function viewVersion({ order, live, leftBehind, lastFailure }: CashierView): string {
  const parts = [
    order.state,
    live && `${live.method} ${live.state} ${live.nextStep?.type ?? 'none'}`,
    // Another code in the same place, and what the host has said.
    live?.surface === 'qr' && live.payableUntil.getTime(),
    live?.hostResult,
    ...leftBehind.map(({ method, state }) => `${method} ${state}`),
    lastFailure && `${lastFailure.method} ${lastFailure.reason}`,
  ];
  return parts.filter(Boolean).join('|');
}
