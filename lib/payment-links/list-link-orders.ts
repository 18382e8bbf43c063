import { listOrdersById } from '@/lib/orders/list-orders-by-id';
import type { ListedOrder } from '@/lib/orders/listed-order';
import { getPaymentLink } from './get-payment-link';
import { selectLinkOrderIds } from './store';

const SIZE = 50;

/**
 * The orders that a merchant's link has made, newest first; `next` is what the page after starts `before`.
 *
 * @throws Refusal payment_link_not_found (another merchant's, too)
 */
export async function listLinkOrders({
  merchantId,
  linkId,
  before,
}: {
  merchantId: string;
  linkId: string;
  before?: string;
}): Promise<{ orders: ListedOrder[]; next: string | null }> {
  await getPaymentLink({ merchantId, linkId });
  const found = await selectLinkOrderIds({ linkId, before }, SIZE + 1);
  const page = found.slice(0, SIZE);
  return {
    orders: await listOrdersById(page),
    next: found.length > SIZE ? (page.at(-1) ?? null) : null,
  };
}
