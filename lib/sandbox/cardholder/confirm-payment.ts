import { expireOrder } from '../gateway/expire-order';
import { settleOrder } from '../gateway/settle-order';
import type { Simulator } from '../simulator';
import type { Card, OrderRecord } from '../state/records';

/**
 * The cardholder confirms: the order succeeds unless its script declines it or the card is empty
 * (64). An order that is finished or overdue stays as it is; look at the returned state.
 */
export function confirmPayment(simulator: Simulator, found: OrderRecord, card: Card): OrderRecord {
  const order = expireOrder(simulator, found);
  if (order.kind !== 'consume' || order.state !== 'waiting') return order;
  const { outcome, respCode = '30' } = order.behaviour;
  if (outcome === 'decline') return settleOrder(simulator, order, { respCode, card });
  return settleOrder(simulator, order, { respCode: card === 'empty' ? '64' : '00', card });
}
