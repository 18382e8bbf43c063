import type { OrderRecord } from '../state/records';

/** Does UnionPay send a back notice? Of payments only on success, of refunds and undos either way. */
export function isToldOf(order: Pick<OrderRecord, 'kind' | 'state'>): boolean {
  return order.state === 'succeeded' || (order.state === 'failed' && order.kind !== 'consume');
}
