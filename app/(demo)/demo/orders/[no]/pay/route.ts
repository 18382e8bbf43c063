import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { findPurchase } from '@/lib/demo/find-purchase';
import { resumePurchase } from '@/lib/demo/resume-purchase';
import { openShop } from '../../../open-shop';

/** "Pay now" on an order that was placed before: back to the cashier with the same order. */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ no: string }> },
): Promise<Response> {
  const shop = openShop();
  const purchase = await findPurchase((await params).no);
  if (!purchase) notFound();
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
  const payUrl = await resumePurchase(shop, purchase, locale);
  return Response.redirect(payUrl ?? `${shop.origin}/demo?problem=unavailable`, 303);
}
