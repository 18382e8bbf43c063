import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { log } from '@/lib/core/log';
import { paidNotice, plainNotice } from './schema';
import type { Shop } from './shop';
import { markPaid, selectPurchase } from './store';

/** `recorded` also for a notice that said nothing new; the other two ask the cashier to try again. */
export type NoticeResult = 'recorded' | 'not_authentic' | 'not_in_our_books';

/**
 * The cashier's notice that an order was paid (Standard Webhooks, verified over the raw body). The
 * shop believes it only as far as it agrees with its own books: order number and amount.
 */
export async function receiveShopNotice(
  shop: Shop,
  body: string,
  headers: Headers,
): Promise<NoticeResult> {
  const notice = plainNotice.safeParse(verified(shop, body, headers));
  if (!notice.success) return 'not_authentic';
  if (notice.data.type !== 'order.paid') return 'recorded';
  const { data } = paidNotice.parse(notice.data);
  // The cashier placed this order itself, under what the shopper agreed to with the first one.
  if (data.metadata.subscription_id) return 'recorded';
  const purchase = await selectPurchase(data.merchant_order_no);
  const agreed = purchase?.amountMinor === BigInt(data.amount) && data.currency === 'CNY';
  if (!agreed) {
    log().warn(
      { orderNo: data.merchant_order_no },
      'demo shop: a notice that our books do not know',
    );
    return 'not_in_our_books';
  }
  const eventId = headers.get('webhook-id') ?? '';
  await markPaid(data.merchant_order_no, { eventId, paidAt: new Date(data.paid_at) });
  return 'recorded';
}

function verified(shop: Shop, body: string, headers: Headers): unknown {
  try {
    return new Webhook(shop.webhookSecret).verify(body, Object.fromEntries(headers));
  } catch (error) {
    if (error instanceof WebhookVerificationError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
