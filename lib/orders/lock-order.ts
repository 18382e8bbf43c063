import type { Tx } from '@/lib/core/db';
import { noteInLog } from '@/lib/core/log-context';
import type { Order } from './order';
import { readOrder } from './read-order';
import { lockOrderRow } from './store';

/** The order, held until the transaction ends. Lock it before its attempts. */
export async function lockOrder(tx: Tx, orderId: string): Promise<Order> {
  noteInLog({ orderId });
  await lockOrderRow(tx, orderId);
  return readOrder(orderId, tx);
}
