import { Refusal } from '@/lib/core/errors';
import type { Order } from './order';
import { findOrder } from './store';

/** A merchant's own order; another merchant's is as unknown as none. Refusal: order_not_found. */
export async function getOrder({
  merchantId,
  orderId,
}: {
  merchantId: string;
  orderId: string;
}): Promise<Order> {
  // What is no id at all never reaches the database, which would choke on a NUL.
  const known = /^ord_[0-9a-z]{26}$/.test(orderId);
  const order = known ? await findOrder({ id: orderId }) : undefined;
  if (order?.merchantId !== merchantId) throw new Refusal('order_not_found', { orderId });
  return order;
}
