import { keyedHash } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { answerOnce } from '@/lib/merchants/answer-once';
import { closeOrder } from './close-order';
import { getOrder } from './get-order';
import { lockOrder } from './lock-order';
import type { Order } from './order';
import { awaitsChannel } from './order-list-store';
import { readOrder } from './read-order';

/**
 * A merchant's server wants nobody to pay an order any more, and is answered with it as it stands then. One
 * that has expired stays so: nobody can begin to pay that either.
 *
 * @throws Refusal order_not_found (another merchant's, too), order_already_paid, payment_in_progress,
 * idempotency_key_reused, idempotency_in_progress
 */
export async function closeOrderByApi({
  merchantId,
  orderId,
  idempotencyKey: key,
  present,
}: {
  merchantId: string;
  orderId: string;
  idempotencyKey: string;
  /** How the order is shown. */
  present: (order: Order, tx: Tx) => object | Promise<object>;
}): Promise<{ status: number; body: string; hit: boolean }> {
  await getOrder({ merchantId, orderId });
  const inputHash = keyedHash('close-order', orderId);
  return inTransaction((tx) =>
    answerOnce(tx, { merchantId, key, inputHash }, async () => {
      const { state } = await lockOrder(tx, orderId);
      if (state === 'paid') throw new Refusal('order_already_paid', { orderId });
      if (state === 'open' && (await awaitsChannel(tx, orderId))) {
        throw new Refusal('payment_in_progress', { orderId });
      }
      await closeOrder(tx, { orderId, actor: `merchant:${merchantId}`, cause: 'api' });
      const body = JSON.stringify(await present(await readOrder(orderId, tx), tx));
      return { status: 200, body };
    }),
  );
}
