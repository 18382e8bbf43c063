import { expireOrder, isPayable } from '../gateway/expire-order';
import { settleOrder } from '../gateway/settle-order';
import type { Simulator } from '../simulator';
import type { Card, OrderRecord, Surface } from '../state/records';
import { answerCharge } from './answer-charge';

/**
 * The cardholder confirms: the order succeeds, now or after a while, unless its script or the card
 * declines it. An order that is finished, confirmed or overdue stays as it is; look at the returned
 * state.
 */
export function confirmPayment(
  simulator: Simulator,
  found: OrderRecord,
  card: Card,
  surface?: Surface,
): OrderRecord {
  const expired = expireOrder(simulator, found);
  if (expired.kind !== 'consume' || !isPayable(expired)) return expired;
  const order = { ...expired, card, surface };
  const { outcome, respCode = '30' } = order.behaviour;
  const charge = outcome === 'decline' ? { respCode } : answerCharge(simulator, order, card);
  if ('respCode' in charge) return settleOrder(simulator, order, { respCode: charge.respCode });
  if (charge.delayMs === 0) return settleOrder(simulator, order, { respCode: '00' });
  const resultDueAtMs = Date.now() + charge.delayMs;
  const confirmed = simulator.store.saveOrder({ ...order, resultDueAtMs });
  simulator.dueWork.plan();
  return confirmed;
}
