import type { Table } from '@/lib/core/transitions';

export type OrderState = 'open' | 'paid' | 'expired' | 'closed';
export type OrderEvent = 'pay' | 'expire' | 'close' | 'acceptLate';

/** Paid is final. Money that comes after the end is an event of its own, by the merchant's policy. */
export const ORDER: Table<OrderState, OrderEvent> = {
  open: { pay: 'paid', expire: 'expired', close: 'closed' },
  paid: {},
  expired: { acceptLate: 'paid' },
  closed: { acceptLate: 'paid' },
};
