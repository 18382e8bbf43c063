import { createOrder, findOrder } from './client';
import { goodsByCode } from './goods';
import { paymentLink } from './payment-link';
import type { Purchase } from './purchase';
import type { Shop } from './shop';

/**
 * The address where an order placed before can be paid: asks the cashier whether it knows it, and
 * only if it does not, introduces it again under the same number. Undefined while there is no answer.
 */
export async function resumePurchase(
  shop: Shop,
  purchase: Purchase,
  locale: 'zh-CN' | 'en',
): Promise<string | undefined> {
  const known = await findOrder(shop, purchase.orderNo);
  if (typeof known !== 'string') return known.payUrl;
  const goods = goodsByCode(purchase.goodsCode);
  if (known === 'unavailable' || !goods) return undefined;
  const sale = { purchase, goods, subject: goods.name[locale] };
  if (goods.way === 'link') return paymentLink(shop, sale);
  const order = await createOrder(shop, sale);
  return typeof order === 'string' ? undefined : order.payUrl;
}
