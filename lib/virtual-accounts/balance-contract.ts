import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { findCustomer } from '@/lib/customers/find-customer';
import type { ExternalRef } from '@/lib/ledger/chart';
import { getMerchant } from '@/lib/merchants/get-merchant';

/**
 * May money come to rest on this account? A customer's balance needs its merchant's (or the
 * platform's) licence or bank custody; merchants and the platform hold their own money.
 */
export async function hasBalanceContract(tx: Tx, ref: ExternalRef): Promise<boolean> {
  if (ref.subject !== 'customer_balance') return true;
  const customer = present(await findCustomer(ref.owner, tx), `customer ${ref.owner}`);
  const { balanceContract } = await getMerchant(customer.merchantId, tx);
  return balanceContract !== 'none';
}
