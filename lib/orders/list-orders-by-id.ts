import type { ListedOrder } from './listed-order';
import { selectOrdersById } from './orders-by-id-store';

/** Orders that the caller knows to be its own, newest first. */
export const listOrdersById = (orderIds: readonly string[]): Promise<ListedOrder[]> =>
  selectOrdersById(orderIds);
