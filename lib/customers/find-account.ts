import { selectCustomer } from './store';

/** The account that a payment by balance would come from. */
export interface Account {
  customerId: string;
  /** The signed-in person owns it; otherwise it is only what the merchant says about its shopper. */
  proved: boolean;
  passwordSet: boolean;
  /** Only while it is locked, by the database's clock. */
  passwordLockedUntil?: Date;
}

/**
 * The account named by the merchant's claim, else the signed-in person's own at this merchant. A
 * claim proves nothing: whoever uses it must still know the account's password.
 */
export async function findAccount(by: {
  merchantId: string;
  reference: string | null;
  userId: string | null;
}): Promise<Account | undefined> {
  const customer = await selectCustomer(by);
  if (!customer) return undefined;
  return {
    customerId: customer.id,
    proved: by.userId !== null && customer.userId === by.userId,
    passwordSet: customer.passwordSet,
    ...(customer.lockedUntil ? { passwordLockedUntil: customer.lockedUntil } : {}),
  };
}
