import { USUAL_ON_A_PAGE } from '@/lib/core/page-schema';
import type { Order } from './order';
import { selectOrdersPage } from './order-list-store';
import type { ListOrdersQuery } from './schema';

/** A page of a merchant's own orders as its server asks for it, newest first; `next` is where the following one starts. */
export async function listMerchantOrders({
  merchantId,
  query,
}: {
  merchantId: string;
  query: ListOrdersQuery;
}): Promise<{ orders: Order[]; next: string | null }> {
  const { limit = USUAL_ON_A_PAGE, starting_after: after } = query;
  const found = await selectOrdersPage(
    {
      merchantId,
      merchantOrderNo: query.merchant_order_no,
      state: query.state,
      customerReference: query.customer_reference,
      createdFrom: query.created_from ? new Date(query.created_from) : undefined,
      createdTo: query.created_to ? new Date(query.created_to) : undefined,
      before: after,
    },
    limit + 1,
  );
  const orders = found.slice(0, limit);
  return { orders, next: found.length > limit ? (orders.at(-1)?.id ?? null) : null };
}
