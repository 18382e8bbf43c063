import { signedLink } from '@/lib/sdk/link';
import type { Goods } from './goods';
import type { Purchase } from './purchase';
import { type Shop, TEST_SHOPPER } from './shop';

const LINK_LIFE_S = 30 * 60;

/** What the cashier is told about a purchase, by API or by link. */
export interface Sale {
  purchase: Purchase;
  goods: Goods;
  subject: string;
}

export const returnUrl = (shop: Shop, { orderNo }: Purchase): string =>
  `${shop.origin}/demo/orders/${orderNo}`;

/** A link that makes the order when the shopper opens it: no call to the cashier at all. */
export function paymentLink(shop: Shop, { purchase, goods, subject }: Sale): string {
  const expires = String(Math.floor(purchase.placedAt.getTime() / 1000) + LINK_LIFE_S);
  return signedLink(
    shop.origin,
    {
      merchant: shop.merchantId,
      key_id: shop.linkKey.id,
      order_no: purchase.orderNo,
      amount: String(purchase.amountMinor),
      subject,
      goods: goods.kind,
      customer: TEST_SHOPPER.reference,
      return_url: returnUrl(shop, purchase),
      expires,
    },
    shop.linkKey.secret,
  );
}
