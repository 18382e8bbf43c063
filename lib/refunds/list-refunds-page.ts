import { present } from '@/lib/core/assert';
import { USUAL_ON_A_PAGE } from '@/lib/core/page-schema';
import { askedOf } from './part-rules';
import type { AskedRefund } from './refund';
import { type RefundFilter, selectAskedPage } from './refund-list-store';
import { selectRequested } from './store';

/** A page of a merchant's refunds, of whatever order, newest first; `next` is where the following one starts. */
export async function listRefundsPage({
  limit = USUAL_ON_A_PAGE,
  ...filter
}: RefundFilter & { limit?: number | undefined }): Promise<{
  refunds: AskedRefund[];
  next: string | null;
}> {
  const found = await selectAskedPage(filter, limit + 1);
  const page = found.slice(0, limit);
  const rows = await selectRequested([...new Set(page.map(({ orderId }) => orderId))]);
  const asked = new Map(askedOf(rows).map((refund) => [refund.id, refund]));
  return {
    refunds: page.map(({ id }) => present(asked.get(id), `refund ${id}`)),
    next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
