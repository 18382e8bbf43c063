import { Refusal } from '@/lib/core/errors';
import { listRefunds } from './list-refunds';
import type { AskedRefund } from './refund';
import { selectOrderOfRefund } from './shopper-store';

/**
 * A refund of this merchant's, as `listRefunds` tells it. Refusal: refund_not_found, for another merchant's
 * and for late money that went back by itself, too.
 */
export async function getMerchantRefund({
  merchantId,
  refundId,
}: {
  merchantId: string;
  refundId: string;
}): Promise<AskedRefund> {
  const orderId = await selectOrderOfRefund({ merchantId, refundId });
  const refunds = orderId === undefined ? [] : await listRefunds({ orderId });
  const refund = refunds.find(({ id }) => id === refundId);
  if (!refund) throw new Refusal('refund_not_found', { refundId });
  return refund;
}
