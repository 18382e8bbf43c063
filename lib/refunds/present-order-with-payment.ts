import { db, type Tx } from '@/lib/core/db';
import type { Order } from '@/lib/orders/order';
import { presentOrder } from '@/lib/orders/present-order';
import type { Attempt } from '@/lib/payments/attempt';
import { readAttempt } from '@/lib/payments/read-attempt';
import { readAttempts } from '@/lib/payments/read-attempts';
import { listRefunds } from './list-refunds';
import type { OrderAnswer } from './schema';
import { selectOrdersWithRefunds } from './store';

/**
 * An order as the merchant API shows it once it can be paid: beside its terms, what paid it (null
 * until then; the kind of card where the channel told it; what a balance paid of it where that was a
 * part) and what has been given back, in fen.
 */
export async function presentOrderWithPayment(order: Order, tx: Tx = db()): Promise<OrderAnswer> {
  const { paidAttemptId } = order;
  if (!paidAttemptId) return unpaid(order);
  return paid(order, await readAttempt(paidAttemptId, tx), await refundedOf(order, tx));
}

/** Many orders, in their order, by few questions. */
export async function presentOrdersWithPayment(orders: readonly Order[]): Promise<OrderAnswer[]> {
  const attemptOf = await readAttempts(orders.flatMap((one) => one.paidAttemptId ?? []));
  const withRefunds = await selectOrdersWithRefunds(orders.map(({ id }) => id));
  return Promise.all(
    orders.map(async (order) => {
      if (!order.paidAttemptId) return unpaid(order);
      const refunded = withRefunds.has(order.id) ? await refundedOf(order) : 0n;
      return paid(order, attemptOf(order.paidAttemptId), refunded);
    }),
  );
}

const unpaid = (order: Order): OrderAnswer => ({
  ...presentOrder(order),
  payment: null,
  refunded: 0,
});

function paid(order: Order, attempt: Attempt, refunded: bigint): OrderAnswer {
  const { amountMinor: part } = attempt.balance;
  return {
    ...presentOrder(order),
    payment: {
      method: attempt.method,
      channel: attempt.channel,
      card_type: attempt.cardType,
      ...(part > 0n ? { balance_amount: Number(part) } : {}),
    },
    refunded: Number(refunded),
  };
}

async function refundedOf({ id: orderId }: Order, tx: Tx = db()): Promise<bigint> {
  const refunds = await listRefunds({ orderId }, tx);
  return refunds.reduce((sum, { returned }) => sum + returned.amountMinor, 0n);
}
