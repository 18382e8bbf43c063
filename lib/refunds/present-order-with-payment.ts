import { db, type Tx } from '@/lib/core/db';
import type { Order } from '@/lib/orders/order';
import { presentOrder } from '@/lib/orders/present-order';
import { readAttempt } from '@/lib/payments/read-attempt';
import { listRefunds } from './list-refunds';

/**
 * An order as the merchant API shows it once it can be paid: beside its terms, what paid it (null
 * until then; the kind of card where the channel told it) and what has been given back, in fen.
 */
export async function presentOrderWithPayment(order: Order, tx: Tx = db()) {
  const { id: orderId, paidAttemptId } = order;
  if (!paidAttemptId) return { ...presentOrder(order), payment: null, refunded: 0 };
  const attempt = await readAttempt(paidAttemptId, tx);
  const refunds = await listRefunds({ orderId }, tx);
  const refunded = refunds
    .filter(({ state }) => state === 'succeeded')
    .reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
  return {
    ...presentOrder(order),
    payment: {
      method: attempt.method,
      channel: attempt.channel,
      card_type: attempt.cardType,
    },
    refunded: Number(refunded),
  };
}
