import { getMerchant } from '@/lib/merchants/get-merchant';
import { PLATFORM_MERCHANT } from '@/lib/merchants/merchant';
import { type CustomerRow, selectCustomer } from './store';

/** The account that a payment by balance would come from. */
export interface Account {
  customerId: string;
  /** Whose it is, once somebody has proved that; codes go to their phone. */
  userId: string | null;
  /** The signed-in person owns it; otherwise it is only what the merchant says about its shopper. */
  proved: boolean;
  passwordSet: boolean;
  /** Only while it is locked, by the database's clock. */
  passwordLockedUntil?: Date;
}

interface By {
  merchantId: string;
  reference: string | null;
  userId: string | null;
}

/**
 * The account named by the merchant's claim, else the signed-in person's own at this merchant, else
 * their own wallet at the platform. A claim proves nothing: whoever uses it must still know the
 * account's password.
 */
export async function findAccount(by: By): Promise<Account | undefined> {
  const customer = (await selectCustomer(by)) ?? (await findWallet(by));
  if (!customer) return undefined;
  return {
    customerId: customer.id,
    userId: customer.userId,
    proved: by.userId !== null && customer.userId === by.userId,
    passwordSet: customer.passwordSet,
    ...(customer.lockedUntil ? { passwordLockedUntil: customer.lockedUntil } : {}),
  };
}

/** The wallet pays at a merchant where both have a contract for balances. */
async function findWallet({ merchantId, userId }: By): Promise<CustomerRow | undefined> {
  if (userId === null || merchantId === PLATFORM_MERCHANT) return undefined;
  const parties = await Promise.all([getMerchant(merchantId), getMerchant(PLATFORM_MERCHANT)]);
  if (parties.some(({ balanceContract }) => balanceContract === 'none')) return undefined;
  return selectCustomer({ merchantId: PLATFORM_MERCHANT, reference: null, userId });
}
