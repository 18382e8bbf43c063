import type { Tx } from '@/lib/core/db';
import { openItem } from '@/lib/vault/open-item';
import { selectPhonePayment } from './phone-store';
import { releasePhone } from './release-phone';

/**
 * The phone (E.164) that a paid order of a subscription was charged to, out of the vault: it is kept
 * there past the payment for this one reader. undefined when it was taken already, or never kept.
 */
export async function takeChargePhone(
  tx: Tx,
  { attemptId, actor }: { attemptId: string; actor: string },
): Promise<string | undefined> {
  const payment = await selectPhonePayment({ id: attemptId, method: 'carrier' }, tx);
  if (!payment?.phoneItemId) return undefined;
  const { phoneItemId: itemId } = payment;
  const phone = await openItem({ itemId, actor, purpose: 'carrier_charge' }, tx);
  await releasePhone(tx, payment, { charged: true });
  return phone;
}
