import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { PaymentLink } from './payment-link';
import { type NewPaymentLink, placePaymentLink } from './place-payment-link';

/**
 * A member of the merchant makes a link in the console.
 *
 * @throws Refusal not_permitted, return_url_not_allowed, payment_link_end
 */
export async function createPaymentLink({
  by,
  asked,
}: {
  by: MerchantActor;
  asked: NewPaymentLink;
}): Promise<PaymentLink> {
  requireMerchantMay(by, 'link.change');
  const { merchantId } = by;
  return inTransaction((tx) => placePaymentLink(tx, { merchantId, asked, createdBy: by.id }));
}
