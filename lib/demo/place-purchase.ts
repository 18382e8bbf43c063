import { newSortableNumber } from '@/lib/core/ids';
import { createOrder } from './client';
import type { Goods } from './goods';
import { paymentLink } from './payment-link';
import type { Shop } from './shop';
import { insertPurchase } from './store';

/**
 * Writes the purchase into the shop's books first, then gets the address where it can be paid:
 * whatever happens on the way, the shop knows what it sold.
 */
export async function placePurchase(
  shop: Shop,
  goods: Goods,
  locale: 'zh-CN' | 'en',
): Promise<{ orderNo: string; payUrl?: string }> {
  const purchase = await insertPurchase({
    orderNo: `HM${newSortableNumber().slice(0, 18).toUpperCase()}`,
    goodsCode: goods.code,
    amountMinor: goods.amountMinor,
  });
  const sale = { purchase, goods, subject: goods.name[locale] };
  const { orderNo } = purchase;
  if (goods.way === 'link') return { orderNo, payUrl: paymentLink(shop, sale) };
  const order = await createOrder(shop, sale);
  return typeof order === 'string' ? { orderNo } : { orderNo, payUrl: order.payUrl };
}
