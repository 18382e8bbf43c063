import { Refusal } from '@/lib/core/errors';
import { findCustomer } from '@/lib/customers/find-customer';
import type { LedgerAccount } from '@/lib/ledger/account';
import type { ExternalRef } from '@/lib/ledger/chart';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { isVirtualNumber } from './rules';
import { selectOwner } from './store';

export interface MerchantAccount {
  number: string;
  customerId: string;
  ref: ExternalRef;
  account: LedgerAccount | undefined;
}

/**
 * The account of one of the merchant's own customers by its number.
 * @throws Refusal virtual_account_not_found (another merchant's, the platform's and nobody's, too)
 */
export async function getMerchantAccount({
  merchantId,
  number,
}: {
  merchantId: string;
  number: string;
}): Promise<MerchantAccount> {
  const ref = isVirtualNumber(number) ? await selectOwner(number) : undefined;
  const owner = ref?.subject === 'customer_balance' ? await findCustomer(ref.owner) : undefined;
  if (!ref || owner?.merchantId !== merchantId) throw new Refusal('virtual_account_not_found');
  return { number, customerId: ref.owner, ref, account: await findLedgerAccount(ref) };
}
