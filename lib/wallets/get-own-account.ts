import { Refusal } from '@/lib/core/errors';
import { findCustomer } from '@/lib/customers/find-customer';
import type { ExternalRef } from '@/lib/ledger/chart';
import { getMerchant } from '@/lib/merchants/get-merchant';
import type { Merchant } from '@/lib/merchants/merchant';
import { getWalletAccount } from './get-wallet-account';
import { balanceAccount } from './rules';

/**
 * The ledger account that a statement is asked for: the wallet, or one of the user's balances at a
 * merchant. Somebody else's account is as good as none.
 *
 * @throws Refusal not_found, wallet_not_activated, balance_not_offered
 */
export async function getOwnAccount(asked: {
  userId: string;
  /** None: the wallet. */
  customerId?: string;
}): Promise<{ account: ExternalRef; merchant?: Merchant }> {
  const { userId, customerId } = asked;
  if (customerId === undefined) return { account: (await getWalletAccount({ userId })).account };
  const customer = await findCustomer(customerId);
  if (!customer || customer.userId !== userId) throw new Refusal('not_found', { customerId });
  const merchant = await getMerchant(customer.merchantId);
  if (merchant.balanceContract === 'none') throw new Refusal('balance_not_offered');
  return { account: balanceAccount(customerId), merchant };
}
