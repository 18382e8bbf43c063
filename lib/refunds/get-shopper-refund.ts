import { getRefundPolicy } from '@/lib/merchants/get-refund-policy';
import type { Money } from '@/lib/money/money';
import { readOrder } from '@/lib/orders/read-order';
import { getRefundable } from './get-refundable';
import { hasOpenRequest } from './shopper-store';

/** What a shopper can ask for: by which rule of the shop, and how much is left. */
export interface ShopperRefund {
  rule: 'ask' | 'at_once';
  left: Money;
}

/** null: the shop takes no requests here, nothing is left, or one is still open. */
export async function getShopperRefund({
  orderId,
}: {
  orderId: string;
}): Promise<ShopperRefund | null> {
  const { merchantId } = await readOrder(orderId);
  const [{ shopperRefunds: rule }, left, isOpen] = await Promise.all([
    getRefundPolicy(merchantId),
    getRefundable({ merchantId, orderId }),
    hasOpenRequest(orderId),
  ]);
  return rule === 'off' || isOpen || left.amountMinor < 1n ? null : { rule, left };
}
