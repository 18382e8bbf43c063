import { present } from '@/lib/core/assert';
import { readRefund } from './read-refund';
import type { RefundRequest } from './refund-request';
import { selectRequestsOfOrder } from './shopper-store';

/** What a shopper asked for with this refund, which must be one of theirs. */
export async function readRefundRequest(refundId: string): Promise<RefundRequest> {
  const { orderId } = await readRefund(refundId);
  const requests = await selectRequestsOfOrder(orderId);
  return present(
    requests.find((request) => request.refundId === refundId),
    `what was asked for with ${refundId}`,
  );
}
