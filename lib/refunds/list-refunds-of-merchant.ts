import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { selectMerchantRefunds } from './merchant-list-store';
import type { MerchantRefund } from './merchant-refund';
import type { RefundState } from './states';

/**
 * The merchant's refunds across its orders as they were asked for, newest first; each with the state of what
 * stands in for it now. `next` is what the page after starts `before`. Refusal: not_permitted.
 */
export async function listRefundsOfMerchant({
  by,
  limit = 50,
  ...filter
}: {
  by: MerchantActor;
  states?: readonly RefundState[];
  before?: string;
  limit?: number;
}): Promise<{ refunds: MerchantRefund[]; next: string | null }> {
  requireMerchantMay(by, 'order.read');
  const found = await selectMerchantRefunds({ merchantId: by.merchantId, ...filter }, limit + 1);
  const refunds = found.slice(0, limit);
  return { refunds, next: found.length > limit ? (refunds.at(-1)?.id ?? null) : null };
}
