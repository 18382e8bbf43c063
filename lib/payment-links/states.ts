import type { Table } from '@/lib/core/transitions';

export type PaymentLinkState = 'active' | 'stopped';
export type PaymentLinkEvent = 'stop' | 'start';

/** Its merchant stops a link and starts it again; what ends it by itself (time, uses) is no state. */
export const PAYMENT_LINK: Table<PaymentLinkState, PaymentLinkEvent> = {
  active: { stop: 'stopped' },
  stopped: { start: 'active' },
};
