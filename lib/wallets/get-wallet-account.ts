import { Refusal } from '@/lib/core/errors';
import { findAccount } from '@/lib/customers/find-account';
import type { ExternalRef } from '@/lib/ledger/chart';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { PLATFORM_MERCHANT } from '@/lib/merchants/merchant';
import { findPerson } from '@/lib/persons/find-person';
import type { Person } from '@/lib/persons/person';
import { balanceAccount } from './rules';

export interface WalletAccount {
  customerId: string;
  account: ExternalRef;
  person: Person;
  passwordLockedUntil?: Date;
}

/**
 * The account behind the user's own wallet.
 *
 * @throws Refusal balance_not_offered, wallet_not_activated
 */
export async function getWalletAccount({ userId }: { userId: string }): Promise<WalletAccount> {
  const { balanceContract } = await getMerchant(PLATFORM_MERCHANT);
  if (balanceContract === 'none') throw new Refusal('balance_not_offered');
  const [found, person] = await Promise.all([
    findAccount({ merchantId: PLATFORM_MERCHANT, reference: userId, userId }),
    findPerson({ userId }),
  ]);
  // Activation sets the password in the commit that makes the rest: with it, all is there.
  if (!found?.proved || !found.passwordSet || !person) throw new Refusal('wallet_not_activated');
  const { customerId, passwordLockedUntil } = found;
  return {
    customerId,
    account: balanceAccount(customerId),
    person,
    ...(passwordLockedUntil ? { passwordLockedUntil } : {}),
  };
}
