import { Refusal } from '@/lib/core/errors';
import { getMerchant } from '@/lib/merchants/get-merchant';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { Order } from '@/lib/orders/order';
import { notHere } from './phone-rules';

/** Refuses method_unavailable where this order's shopper is not offered to pay by phone bill at all. */
export async function requirePhoneBill(order: Order, { os }: HostFacts): Promise<void> {
  const { hiddenMethods } = await getMerchant(order.merchantId);
  const reason = notHere({ goods: order.goods, hiddenMethods, os });
  if (reason) throw new Refusal('method_unavailable', { orderId: order.id, reason });
}
