import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { declineRefund } from './decline-refund';
import type { AskedRefund } from './refund';

/**
 * A member of the merchant declines what a shopper asked for: `declineRefund`, from the console.
 *
 * @throws Refusal not_permitted, those of declineRefund
 */
export async function declineRefundByMember({
  refundId,
  reason,
  by,
}: {
  refundId: string;
  reason: string;
  by: MerchantActor;
}): Promise<AskedRefund> {
  requireMerchantMay(by, 'refund.decide');
  return declineRefund({ refundId, merchantId: by.merchantId, actor: by.id, reason });
}
