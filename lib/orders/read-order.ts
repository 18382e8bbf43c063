import { db, type Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import type { Order } from './order';
import { findOrder } from './store';

/** The order as it stands. Refusal: order_not_found. */
export async function readOrder(orderId: string, tx: Tx = db()): Promise<Order> {
  const order = await findOrder({ id: orderId }, tx);
  if (!order) throw new Refusal('order_not_found', { orderId });
  return order;
}
