import { getLocale } from 'next-intl/server';
import { goodsByCode } from '@/lib/demo/goods';
import { placePurchase } from '@/lib/demo/place-purchase';
import { openShop } from '../open-shop';

/** "Buy": writes the order into the shop's books and sends the shopper to the cashier. */
export async function POST(request: Request): Promise<Response> {
  const shop = openShop();
  const form = await request.formData();
  const goods = goodsByCode(form.get('goods'));
  if (!goods) return Response.redirect(`${shop.origin}/demo`, 303);
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
  const { payUrl } = await placePurchase(shop, goods, locale);
  return Response.redirect(payUrl ?? `${shop.origin}/demo?problem=unavailable`, 303);
}
