import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { settleOrder } from './settle-order';

/**
 * The order as it is now: what the caller found may be older than a body it waited for. One that
 * nobody paid by its payTimeout has failed (69); one that was confirmed and has its result to come has
 * not.
 */
export function expireOrder(simulator: Simulator, found: OrderRecord): OrderRecord {
  const order = simulator.store.findOrder(found.id) ?? found;
  const { payableUntilMs } = order;
  const overdue = isPayable(order) && payableUntilMs !== undefined && payableUntilMs <= Date.now();
  return overdue ? settleOrder(simulator, order, { respCode: '69' }) : order;
}

/** Does the cardholder still have to do something about it? */
export const isPayable = ({ state, resultDueAtMs }: OrderRecord): boolean =>
  state === 'waiting' && resultDueAtMs === undefined;
