import { expireOrder, isPayable } from '../gateway/expire-order';
import { settleOrder } from '../gateway/settle-order';
import type { Simulator } from '../simulator';
import type { Card, OrderRecord, Surface } from '../state/records';
import { confirmPayment } from './confirm-payment';
import { FAILING_CODES, TEST_CARDS, TEST_CODE } from './test-cards';

const MOST_WRONG_CODES = 5;

/**
 * The cardholder's form: the right code confirms, a wrong one may be tried again (`wrong`), a
 * failing one or too many wrong ones fail the order with 71. A card whose phone or codes UnionPay
 * doesn't believe fails with its own code.
 */
export function enterCode(
  simulator: Simulator,
  found: OrderRecord,
  entered: { card: Card; code: string; surface?: Surface },
): { order: OrderRecord; wrong: boolean } {
  const order = expireOrder(simulator, found);
  if (!isPayable(order)) return { order, wrong: false };
  const { card, code, surface } = entered;
  const { mistrusted } = TEST_CARDS[card];
  if (mistrusted) {
    return { order: settleOrder(simulator, order, { respCode: mistrusted, card }), wrong: false };
  }
  if (code === TEST_CODE) {
    return { order: confirmPayment(simulator, order, card, surface), wrong: false };
  }
  const counted = simulator.store.saveOrder({ ...order, wrongCodes: order.wrongCodes + 1 });
  if (FAILING_CODES.includes(code) || counted.wrongCodes >= MOST_WRONG_CODES) {
    const failed = settleOrder(simulator, counted, { respCode: '71', card });
    return { order: failed, wrong: false };
  }
  return { order: counted, wrong: true };
}
