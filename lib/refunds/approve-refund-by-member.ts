import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { approveRefund } from './approve-refund';
import type { AskedRefund } from './refund';

/**
 * A member of the merchant allows what a shopper asked for: `approveRefund`, from the console.
 *
 * @throws Refusal not_permitted, those of approveRefund
 */
export async function approveRefundByMember({
  refundId,
  by,
}: {
  refundId: string;
  by: MerchantActor;
}): Promise<AskedRefund> {
  requireMerchantMay(by, 'refund.decide');
  return approveRefund({ refundId, merchantId: by.merchantId, actor: by.id });
}
