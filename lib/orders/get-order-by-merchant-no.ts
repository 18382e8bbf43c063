import { Refusal } from '@/lib/core/errors';
import type { Order } from './order';
import { findNumberedOrder } from './store';

/** The order under the merchant's own number. Refusal: order_not_found. */
export async function getOrderByMerchantNo({
  merchantId,
  merchantOrderNo,
}: {
  merchantId: string;
  merchantOrderNo: string;
}): Promise<Order> {
  const found = await findNumberedOrder(merchantId, merchantOrderNo);
  if (!found) throw new Refusal('order_not_found', { merchantId, merchantOrderNo });
  return found.order;
}
