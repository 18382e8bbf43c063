import type { Purchase } from './purchase';
import { selectPurchase } from './store';

/** A purchase as the shop's own books have it, or undefined. */
export const findPurchase = (orderNo: string): Promise<Purchase | undefined> =>
  selectPurchase(orderNo);
