import { MOST_ON_A_PAGE, USUAL_ON_A_PAGE } from '@/lib/core/page-schema';
import type { PaymentLink, Uses } from './payment-link';
import { NO_USES } from './rules';
import type { PaymentLinkState } from './states';
import { countUses, selectPaymentLinks } from './store';

/** A merchant's own links, newest first; `next` is what the page after starts `before`. */
export async function listPaymentLinks({
  limit = USUAL_ON_A_PAGE,
  ...filter
}: {
  merchantId: string;
  state?: PaymentLinkState;
  before?: string;
  limit?: number;
}): Promise<{ links: (PaymentLink & { uses: Uses })[]; next: string | null }> {
  const size = Math.min(limit, MOST_ON_A_PAGE);
  const found = await selectPaymentLinks(filter, size + 1);
  const page = found.slice(0, size);
  const uses = await countUses(page.map(({ id }) => id));
  return {
    links: page.map((link) => ({ ...link, uses: uses.get(link.id) ?? NO_USES })),
    next: found.length > size ? (page.at(-1)?.id ?? null) : null,
  };
}
