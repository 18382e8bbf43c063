import { Refusal } from '@/lib/core/errors';
import { selectMerchantCustomer } from './customer-list-store';
import type { MerchantCustomer } from './merchant-customer';

/** One of the merchant's own customers. Refusal: customer_not_found (another merchant's, too). */
export async function getMerchantCustomer(which: {
  merchantId: string;
  customerId: string;
}): Promise<MerchantCustomer> {
  const customer = await selectMerchantCustomer(which);
  if (!customer) throw new Refusal('customer_not_found', { customerId: which.customerId });
  return customer;
}
