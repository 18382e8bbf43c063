import type { MerchantCustomer } from './merchant-customer';
import type { CustomerAnswer } from './schema';

/** A customer as the merchant API shows it. */
export const presentCustomer = ({
  id,
  reference,
  isClaimed,
  createdAt,
}: MerchantCustomer): CustomerAnswer => ({
  id,
  reference,
  claimed: isClaimed,
  created_at: createdAt.toISOString(),
});
