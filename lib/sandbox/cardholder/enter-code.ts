import { expireOrder } from '../gateway/expire-order';
import { settleOrder } from '../gateway/settle-order';
import type { Simulator } from '../simulator';
import type { Card, OrderRecord } from '../state/records';
import { confirmPayment } from './confirm-payment';
import { FAILING_CODES, TEST_CODE } from './test-cards';

const MOST_WRONG_CODES = 5;

/**
 * The cardholder's form: the right code confirms, a wrong one may be tried again (`wrong`), a
 * failing one or too many wrong ones fail the order with 71.
 */
export function enterCode(
  simulator: Simulator,
  found: OrderRecord,
  entered: { card: Card; code: string },
): { order: OrderRecord; wrong: boolean } {
  const order = expireOrder(simulator, found);
  if (order.state !== 'waiting') return { order, wrong: false };
  if (entered.code === TEST_CODE) {
    return { order: confirmPayment(simulator, order, entered.card), wrong: false };
  }
  const counted = simulator.store.saveOrder({ ...order, wrongCodes: order.wrongCodes + 1 });
  if (FAILING_CODES.includes(entered.code) || counted.wrongCodes >= MOST_WRONG_CODES) {
    const failed = settleOrder(simulator, counted, { respCode: '71', card: entered.card });
    return { order: failed, wrong: false };
  }
  return { order: counted, wrong: true };
}
