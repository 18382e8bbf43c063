import { Refusal } from '@/lib/core/errors';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';

/** At which merchant, and for which of its customers, the page binds cards. Refusal: order_not_found. */
export async function orderMerchant(
  token: string,
): Promise<{ merchantId: string; customerReference: string | null }> {
  const order = await findOrderByToken(token);
  if (!order) throw new Refusal('order_not_found');
  const { merchantId, customerReference } = order;
  return { merchantId, customerReference };
}
