import type { RefundRequest } from './refund-request';
import { selectRequestsOfOrder } from './shopper-store';

/** What the shopper of an order asked for, in their own words, oldest first. */
export const listRefundRequests = ({ orderId }: { orderId: string }): Promise<RefundRequest[]> =>
  selectRequestsOfOrder(orderId);
