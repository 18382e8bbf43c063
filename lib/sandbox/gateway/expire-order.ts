import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { settleOrder } from './settle-order';

/**
 * The order as it is now: what the caller found may be older than a body it waited for. One that
 * nobody paid by its payTimeout has failed (69).
 */
export function expireOrder(simulator: Simulator, found: OrderRecord): OrderRecord {
  const order = simulator.store.findOrder(found.id) ?? found;
  const { payableUntilMs } = order;
  const overdue =
    order.state === 'waiting' && payableUntilMs !== undefined && payableUntilMs <= Date.now();
  return overdue ? settleOrder(simulator, order, { respCode: '69' }) : order;
}
