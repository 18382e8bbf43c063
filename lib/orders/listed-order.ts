import type { Order } from './order';

/** An order as a line of a merchant's list. */
export type ListedOrder = Pick<
  Order,
  'id' | 'merchantOrderNo' | 'subject' | 'amount' | 'state' | 'createdAt' | 'paidAttemptId'
>;
