import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { selectMarks } from './order-mark-store';

/** The text that stands for how an order's page looks: another one, another page. */
export async function findOrderMark(
  token: string,
): Promise<{ orderId: string; mark: string } | undefined> {
  const order = await findOrderByToken(token);
  const mark = order && (await selectMarks([order.id])).get(order.id);
  return order && mark !== undefined ? { orderId: order.id, mark } : undefined;
}
