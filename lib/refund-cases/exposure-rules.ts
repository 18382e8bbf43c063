import type { PaymentChannel } from '@/lib/channels/port';

const DAY_MS = 86_400_000;

/**
 * Days after a payment in which its payer's bank or carrier may still take it back: a chargeback, or a
 * late return by the original route. Our own ledger takes nothing back by itself.
 */
const EXPOSED_DAYS: Record<PaymentChannel, number> = {
  unionpay: 180,
  netsunion: 180,
  carrier: 120,
  balance: 0,
};

/** Until when the same money could be had a second time. */
export const exposedUntil = (channel: PaymentChannel, paidAt: Date): Date =>
  new Date(paidAt.getTime() + EXPOSED_DAYS[channel] * DAY_MS);
