import { Refusal } from '@/lib/core/errors';
import { type Account, findAccount } from '@/lib/customers/find-account';
import { getMerchant } from '@/lib/merchants/get-merchant';
import type { Order } from '@/lib/orders/order';

/**
 * The account that would pay this order from its balance, for whoever is signed in.
 *
 * @throws Refusal method_unavailable without an account, without a contract for balances, or where
 * the merchant hides them
 */
export async function findBalancePayer(order: Order, userId: string | null): Promise<Account> {
  const { merchantId, customerReference: reference } = order;
  const [merchant, account] = await Promise.all([
    getMerchant(merchantId),
    findAccount({ merchantId, reference, userId }),
  ]);
  const offered =
    merchant.balanceContract !== 'none' && !merchant.hiddenMethods.includes('balance');
  if (!offered || !account) throw new Refusal('method_unavailable', { orderId: order.id });
  return account;
}
