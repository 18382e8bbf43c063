import type { ListedOrder } from './listed-order';
import { selectListedOrders } from './order-list-store';
import type { OrderState } from './states';

const MOST = 200;

/** A merchant's own orders, newest first; `next` is what the page after starts `before`. */
export async function listOrders({
  limit = 50,
  ...filter
}: {
  merchantId: string;
  state?: OrderState;
  merchantOrderNo?: string;
  before?: string;
  limit?: number;
}): Promise<{ orders: ListedOrder[]; next: string | null }> {
  const size = Math.min(limit, MOST);
  const found = await selectListedOrders(filter, size + 1);
  const orders = found.slice(0, size);
  return { orders, next: found.length > size ? (orders.at(-1)?.id ?? null) : null };
}
