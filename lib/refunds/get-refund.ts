import { Refusal } from '@/lib/core/errors';
import { listRefunds } from './list-refunds';
import type { AskedRefund } from './refund';

/** One refund of an order, as `listRefunds` tells it. Refusal: refund_not_found. */
export async function getRefund({
  orderId,
  refundId,
}: {
  orderId: string;
  refundId: string;
}): Promise<AskedRefund> {
  const refunds = await listRefunds({ orderId });
  const refund = refunds.find(({ id }) => id === refundId);
  if (!refund) throw new Refusal('refund_not_found', { refundId });
  return refund;
}
