import { databaseNow } from '@/lib/core/clock';
import { keyedHash } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { canonicalFields } from '@/lib/merchants/canonical-fields';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { isSignedByMerchant } from '@/lib/merchants/is-signed-by-merchant';
import { cny } from '@/lib/money/money';
import type { PaymentLink } from './link-schema';
import type { OrderTerms } from './order';
import { placeOrder } from './place-order';
import { readPaymentLink } from './read-payment-link';
import { requireReturnUrl } from './require-return-url';
import { contentText, linkOrderExpiry, sameTerms } from './rules';
import { findNumberedOrder } from './store';

/**
 * Opens a signed redirect link: the same link any number of times is one order. The order expires
 * with the link (30 days ahead at most); a link signed anew for the same number may have another
 * `expires`, the order keeps its first. A link that has expired leads to the order that there is.
 * Refusals: link_invalid, link_signature_invalid, link_expired, return_url_not_allowed,
 * order_conflict.
 */
export async function openPaymentLink(query: URLSearchParams): Promise<{ payToken: string }> {
  const link = readPaymentLink(query);
  await requireSignature(link);
  const now = await databaseNow();
  const linkExpiresAt = new Date(Number(link.expires) * 1000);
  const { id: merchantId, returnOrigins } = await getMerchant(link.merchant);
  const terms: OrderTerms = {
    merchantOrderNo: link.order_no,
    amount: cny(BigInt(link.amount)),
    subject: link.subject,
    goods: link.goods,
    returnUrl: requireReturnUrl(link.return_url, returnOrigins),
    customerReference: link.customer ?? null,
    // A period is agreed on by API only.
    subscriptionPeriod: null,
  };
  if (linkExpiresAt <= now) return { payToken: await openedBefore(merchantId, terms) };
  const request = {
    ...terms,
    merchantId,
    expiresAt: linkOrderExpiry(linkExpiresAt, now),
    contentHash: keyedHash('order-content', contentText(asApiInput(link, terms.returnUrl))),
  };
  const { order } = await inTransaction((tx) =>
    placeOrder(tx, request, (known) => sameTerms(known.order, terms)),
  );
  return { payToken: order.payToken };
}

/** A link that has expired makes no order any more, but leads to the one it made, which may be paid. */
async function openedBefore(merchantId: string, terms: OrderTerms): Promise<string> {
  const known = await findNumberedOrder(merchantId, terms.merchantOrderNo);
  if (!known || !sameTerms(known.order, terms)) throw new Refusal('link_expired', { merchantId });
  return known.order.payToken;
}

/** An unknown key takes as long as a wrong signature and gets the same answer. */
async function requireSignature(link: PaymentLink): Promise<void> {
  const { sign: signature, ...fields } = link;
  const by = { merchantId: link.merchant, keyId: link.key_id, signature };
  if (!(await isSignedByMerchant(canonicalFields(fields), by))) {
    throw new Refusal('link_signature_invalid', { merchantId: link.merchant, keyId: link.key_id });
  }
}

/** What the link would be as an API call: an API repeat of it finds the same content. */
const asApiInput = (link: PaymentLink, returnUrl: string | null) => ({
  merchant_order_no: link.order_no,
  amount: Number(link.amount),
  currency: 'CNY',
  subject: link.subject,
  goods: link.goods,
  return_url: returnUrl ?? undefined,
  customer_reference: link.customer,
});
