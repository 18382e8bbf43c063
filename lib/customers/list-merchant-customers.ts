import { USUAL_ON_A_PAGE } from '@/lib/core/page-schema';
import { selectCustomersPage } from './customer-list-store';
import type { MerchantCustomer } from './merchant-customer';

/** A merchant's customers, newest first; `next` is where the following page starts. */
export async function listMerchantCustomers({
  limit = USUAL_ON_A_PAGE,
  ...filter
}: {
  merchantId: string;
  reference?: string | undefined;
  before?: string | undefined;
  limit?: number | undefined;
}): Promise<{ customers: MerchantCustomer[]; next: string | null }> {
  const found = await selectCustomersPage(filter, limit + 1);
  const customers = found.slice(0, limit);
  return { customers, next: found.length > limit ? (customers.at(-1)?.id ?? null) : null };
}
