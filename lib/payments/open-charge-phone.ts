import { isRefusal } from '@/lib/core/errors';
import { openItem } from '@/lib/vault/open-item';
import type { PhonePayment } from './phone-payment';

/**
 * The phone (E.164) that a payment charges, out of the vault, where this reading is on record. undefined:
 * it is there no more, for the payment was decided, maybe just now.
 */
export async function openChargePhone(
  { phoneItemId: itemId }: Pick<PhonePayment, 'phoneItemId'>,
  actor: string,
): Promise<string | undefined> {
  if (itemId === null) return undefined;
  try {
    return await openItem({ itemId, actor, purpose: 'carrier_charge' });
  } catch (error) {
    if (isRefusal(error) && error.code === 'not_found') return undefined;
    throw error;
  }
}
