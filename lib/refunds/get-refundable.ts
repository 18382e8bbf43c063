import { db } from '@/lib/core/db';
import { cny, type Money } from '@/lib/money/money';
import { getOrder } from '@/lib/orders/get-order';
import { readAttempt } from '@/lib/payments/read-attempt';
import { leftOf, paidBy, totalOf } from './part-rules';
import { sumReturned } from './store';

/**
 * What of an order could be refunded right now: nothing before it is paid. What is on its way back
 * counts as gone until it fails. Refusal: order_not_found (another merchant's, too).
 */
export async function getRefundable(by: { merchantId: string; orderId: string }): Promise<Money> {
  const { state, paidAttemptId } = await getOrder(by);
  if (state !== 'paid' || !paidAttemptId) return cny(0n);
  const [attempt, returned] = await Promise.all([
    readAttempt(paidAttemptId),
    sumReturned(db(), paidAttemptId),
  ]);
  return cny(totalOf(leftOf(paidBy(attempt), returned)));
}
