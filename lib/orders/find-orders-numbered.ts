import { selectIdsByNumber } from './order-list-store';

/** For support: the orders that any merchant has under this number of its own, newest first. */
export const findOrdersNumbered = (merchantOrderNo: string): Promise<string[]> =>
  selectIdsByNumber(merchantOrderNo);
