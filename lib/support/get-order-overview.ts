import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { cny, type Money } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import type { FoundAttempt } from '@/lib/payments/found-attempt';
import { listOrderAttempts } from '@/lib/payments/list-order-attempts';
import { getRefundable } from '@/lib/refunds/get-refundable';
import { listRefunds } from '@/lib/refunds/list-refunds';
import type { AskedRefund } from '@/lib/refunds/refund';
import type { HeldRefund } from './held-refund';
import { selectHeldRefunds } from './held-refund-store';
import { type OrderCase, selectOrderCases } from './order-case-store';

export interface OrderOverview {
  order: Order;
  /** Newest first. */
  attempts: Omit<FoundAttempt, 'merchantOrderNo'>[];
  /** Those that were asked for, oldest first. */
  refunds: AskedRefund[];
  /** What has reached the shopper on request. */
  refunded: Money;
  /** What could be refunded right now. */
  refundable: Money;
  cases: OrderCase[];
  /** Refunds that wait for a person's decision. */
  held: HeldRefund[];
}

/**
 * An order with its payments, refunds and cases, whosever it is.
 *
 * @throws Refusal not_permitted, not_found
 */
export async function getOrderOverview({
  orderId,
  by,
}: {
  orderId: string;
  by: StaffActor;
}): Promise<OrderOverview> {
  requireMay(by, 'order.read');
  // What is no id at all never reaches the database, which would choke on a NUL.
  if (!/^ord_[0-9a-z]{26}$/.test(orderId)) throw new Refusal('not_found', { orderId });
  const order = await readOrder(orderId);
  const [attempts, refunds, refundable, cases, held] = await Promise.all([
    listOrderAttempts(orderId),
    listRefunds({ orderId }),
    getRefundable({ merchantId: order.merchantId, orderId }),
    selectOrderCases(orderId),
    selectHeldRefunds(orderId),
  ]);
  const refunded = cny(refunds.reduce((sum, { returned }) => sum + returned.amountMinor, 0n));
  return { order, attempts, refunds, refunded, refundable, cases, held };
}
