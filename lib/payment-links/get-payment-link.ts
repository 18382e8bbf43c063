import { db, type Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import type { PaymentLink, Uses } from './payment-link';
import { NO_USES } from './rules';
import { countUses, findPaymentLink } from './store';

/**
 * A merchant's own link and how often it is used.
 *
 * @throws Refusal payment_link_not_found (another merchant's, too)
 */
export async function getPaymentLink(
  { merchantId, linkId }: { merchantId: string; linkId: string },
  tx: Tx = db(),
): Promise<PaymentLink & { uses: Uses }> {
  const link = await findPaymentLink({ id: linkId }, tx);
  if (link?.merchantId !== merchantId) {
    throw new Refusal('payment_link_not_found', { merchantId, linkId });
  }
  return { ...link, uses: (await countUses([linkId], tx)).get(linkId) ?? NO_USES };
}
