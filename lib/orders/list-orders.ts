import type { ListedFilter, ListedOrder } from './listed-order';
import { selectListedOrders } from './order-list-store';

const MOST = 200;

/** A merchant's own orders, newest first; `next` is what the page after starts `before`. */
export async function listOrders({
  limit = 50,
  ...filter
}: ListedFilter & {
  limit?: number;
}): Promise<{ orders: ListedOrder[]; next: string | null }> {
  const size = Math.min(limit, MOST);
  const found = await selectListedOrders(filter, size + 1);
  const orders = found.slice(0, size);
  return { orders, next: found.length > size ? (orders.at(-1)?.id ?? null) : null };
}
