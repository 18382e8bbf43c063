import { releaseLimits } from '@/lib/carriers/release-limits';
import type { Tx } from '@/lib/core/db';
import { removeItem } from '@/lib/vault/remove-item';
import type { PhonePayment } from './phone-payment';
import { updatePhonePayment } from './phone-store';

/**
 * A payment by phone bill is decided: the number leaves the vault, and what definitely was not charged
 * is given back to the limits. In the transaction that decides it.
 */
export async function releasePhone(
  tx: Tx,
  { attemptId, phoneItemId }: PhonePayment,
  { charged }: { charged: boolean },
): Promise<void> {
  if (!charged) await releaseLimits(tx, { attemptId });
  if (phoneItemId === null) return;
  await removeItem(tx, { itemId: phoneItemId, purpose: 'carrier_charge' });
  await updatePhonePayment(tx, attemptId, { phoneItemId: null });
}
