import { inTransaction } from '@/lib/core/unit-of-work';
import { findVirtualNumber } from '@/lib/virtual-accounts/find-virtual-number';
import { openVirtualAccount } from '@/lib/virtual-accounts/open-virtual-account';

/** The number under which the merchant's settlement account takes transfers: its own, or a new one. */
export async function openSettlementAccount(merchantId: string): Promise<{ number: string }> {
  const account = { subject: 'merchant_balance', owner: merchantId } as const;
  const known = await findVirtualNumber(account);
  if (known) return { number: known };
  return inTransaction((tx) => openVirtualAccount(tx, account));
}
