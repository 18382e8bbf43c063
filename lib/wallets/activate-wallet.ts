import { spendBudget } from '@/lib/auth/budgets';
import { openUserPhone } from '@/lib/auth/open-user-phone';
import { payoutAdapter } from '@/lib/channels/registry';
import { Refusal } from '@/lib/core/errors';
import { hashPassword } from '@/lib/core/password';
import { inTransaction } from '@/lib/core/unit-of-work';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import { findAccount } from '@/lib/customers/find-account';
import { keepFirstPassword } from '@/lib/customers/keep-first-password';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { PLATFORM_MERCHANT } from '@/lib/merchants/merchant';
import { identifyPerson } from '@/lib/persons/identify-person';
import { recordVerification } from '@/lib/persons/record-verification';
import { openVirtualAccount } from '@/lib/virtual-accounts/open-virtual-account';
import { balanceAccount, IDENTITY_SOURCE } from './rules';

export interface ActivateWallet {
  userId: string;
  /** As personNameSchema and idNoSchema give them. */
  name: string;
  idNo: string;
  /** Six digits. */
  paymentPassword: string;
  /** Where the request came from, for counting. */
  address: string;
}

/**
 * Opens the user's wallet once the bank has confirmed who they are: person, account, payment
 * password and virtual account number in one commit. Whoever has a wallet keeps it as it is, the
 * password too.
 *
 * @throws Refusal balance_not_offered, identity_mismatch, verification_unavailable, phone_unknown,
 * too_many_requests
 */
export async function activateWallet(given: ActivateWallet): Promise<{ customerId: string }> {
  const { userId, name, idNo, paymentPassword } = given;
  const { balanceContract } = await getMerchant(PLATFORM_MERCHANT);
  if (balanceContract === 'none') throw new Refusal('balance_not_offered');
  const known = await findAccount({ merchantId: PLATFORM_MERCHANT, reference: userId, userId });
  if (known?.passwordSet) return { customerId: known.customerId };

  await spendBudget('identity-user', userId);
  await spendBudget('identity-address', given.address);
  // With the phone they signed in with: who merely knows somebody's name and number is not them.
  const phone = await openUserPhone({ userId });
  const verdict = await payoutAdapter().verifyIdentity({ name, idNo, phone });
  if (verdict.kind === 'mismatch') throw new Refusal('identity_mismatch');
  if (verdict.kind === 'unknown') {
    throw new Refusal('verification_unavailable', { cause: verdict.cause });
  }
  const passwordHash = await hashPassword(paymentPassword);
  return inTransaction(async (tx) => {
    const { personId } = await identifyPerson(tx, { userId, name, idNo });
    await recordVerification(tx, { personId, source: IDENTITY_SOURCE });
    const owner = { merchantId: PLATFORM_MERCHANT, reference: userId, userId };
    const { customerId } = await ensureCustomer(owner, tx);
    await keepFirstPassword(tx, { customerId, passwordHash });
    await openVirtualAccount(tx, balanceAccount(customerId));
    return { customerId };
  });
}
