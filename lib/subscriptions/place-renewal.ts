import { databaseNow } from '@/lib/core/clock';
import { keyedHash } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import type { Order } from '@/lib/orders/order';
import { nextTerm } from '@/lib/orders/period-rules';
import { placeOrder } from '@/lib/orders/place-order';
import { windowOf } from './rules';
import type { Subscription } from './subscription';
import { insertTerm } from './term-store';

/**
 * The one order of the next term, open for as long as the term may be charged. The caller holds the
 * subscription's lock, and the term is not there yet.
 */
export async function placeRenewal(
  tx: Tx,
  subscription: Subscription,
  { due, now }: { due: string; now: Date },
): Promise<Order> {
  const { id, merchantId, period, amount, subject, customerReference, paidThrough, paidTerms } =
    subscription;
  const seq = paidTerms + 1;
  const merchantOrderNo = `${id}-${seq}`;
  const contentHash = keyedHash('subscription-order', merchantOrderNo);
  const real = await databaseNow(tx);
  const { order } = await placeOrder(
    tx,
    {
      ...{ merchantId, merchantOrderNo, amount, subject, customerReference },
      goods: 'digital',
      returnUrl: null,
      subscriptionPeriod: period,
      metadata: { subscription_id: id, term: String(seq) },
      // As long by the order's clock as the window is open by the clock of days.
      expiresAt: new Date(real.getTime() + windowOf(due).closes.getTime() - now.getTime()),
      contentHash,
      agreedBefore: true,
    },
    (known) => known.contentHash === contentHash,
  );
  const days = nextTerm(period, { endsOn: paidThrough }, due);
  await insertTerm(tx, { subscriptionId: id, seq, orderId: order.id, ...days });
  return order;
}
