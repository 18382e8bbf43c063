import { expireOrder, isPayable } from '../gateway/expire-order';
import { settleOrder } from '../gateway/settle-order';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';

/** UnionPay has no code for a cardholder's cancelling; 30 (use another card) is the closest final one. */
export const CANCEL_CODE = '30';

/** The cardholder gives up for good: the order fails at once and can't be paid any more. */
export function cancelPayment(simulator: Simulator, found: OrderRecord): OrderRecord {
  const order = expireOrder(simulator, found);
  if (order.kind !== 'consume' || !isPayable(order)) return order;
  const { store } = simulator;
  return settleOrder(simulator, store.saveOrder({ ...order, cancelled: true }), {
    respCode: CANCEL_CODE,
  });
}
