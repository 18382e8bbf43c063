import { findAccount } from '@/lib/customers/find-account';
import { findCustomer } from '@/lib/customers/find-customer';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { claimPhoneOf } from './refund-claim-phone';
import type { ClaimedCase, KeptClaim } from './refund-claim-store';

/**
 * The payer's own balance, at the merchant or at the platform, where a contract lets money rest there and the
 * account is open: only for a payer who signs in with the very phone that the link was proved by.
 */
export async function findPayerBalance(
  known: ClaimedCase,
  { proof, phoneMasked }: Pick<KeptClaim, 'proof' | 'phoneMasked'>,
): Promise<{ customerId: string } | undefined> {
  const { userId } = known;
  if (!userId || proof !== 'phone_code' || claimPhoneOf(known).source !== 'payer') return undefined;
  // Their phone was gone, and the link went to another one.
  if (phoneMasked !== known.userPhoneMasked) return undefined;
  const asked = { merchantId: known.merchant.id, reference: null, userId };
  const found = await findAccount(asked);
  const customer = found && (await findCustomer(found.customerId));
  if (!found || !customer || customer.userId !== userId) return undefined;
  const [{ balanceContract }, account] = await Promise.all([
    getMerchant(customer.merchantId),
    findLedgerAccount({ subject: 'customer_balance', owner: found.customerId }),
  ]);
  if (balanceContract === 'none' || account?.state !== 'active') return undefined;
  return { customerId: found.customerId };
}
