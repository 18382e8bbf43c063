import type { RefundRequest } from './refund-request';
import { selectOpenRequests } from './shopper-store';

const MOST = 100;

/** What shoppers asked this merchant for and nobody has decided, oldest first: a hundred at most. */
export const listOpenRequests = ({
  merchantId,
}: {
  merchantId: string;
}): Promise<(RefundRequest & { merchantOrderNo: string })[]> =>
  selectOpenRequests(merchantId, MOST);
