import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import type { RequestedRefund } from './place-refund';
import type { AskedRefund } from './refund';
import { requestRefund } from './request-refund';

/**
 * A member of the merchant gives money back: `requestRefund`, asked for in the console.
 *
 * @throws Refusal not_permitted, those of requestRefund
 */
export async function requestRefundByMember({
  by,
  ...refund
}: Omit<RequestedRefund, 'merchantId' | 'actor'> & { by: MerchantActor }): Promise<AskedRefund> {
  requireMerchantMay(by, 'refund.request');
  return requestRefund({ ...refund, merchantId: by.merchantId, actor: by.id });
}
