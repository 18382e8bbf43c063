import { toBeijingStamp } from '../beijing-time';
import type { OrderRecord } from '../state/records';
import type { Store } from '../state/store';

/**
 * Gives an order the gateway's own number, if it has none: two digits, yyMMddHHmmss, the trace
 * number and one digit more, 21 in all, as seen on the real gateway.
 */
export function numberOrder(store: Store, order: OrderRecord, nowMs: number): OrderRecord {
  if (order.queryId) return order;
  const traceNo = String(store.nextNumber() % 1_000_000).padStart(6, '0');
  return { ...order, traceNo, queryId: `32${toBeijingStamp(nowMs).slice(2)}${traceNo}8` };
}
