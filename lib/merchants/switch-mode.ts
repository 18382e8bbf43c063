import { setMerchantOfUser } from '@/lib/auth/set-merchant-of-user';
import { Refusal } from '@/lib/core/errors';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { findTwin } from './find-twin';
import type { MerchantMode } from './merchant';

/**
 * From now on this member works on the other row of the same merchant, in the same role, on every device. Being there
 * already changes nothing. Refusals: not_permitted, not_found (the merchant has no such row).
 */
export async function switchMode({
  mode,
  by,
}: {
  mode: MerchantMode;
  by: MerchantActor;
}): Promise<void> {
  requireMerchantMay(by, 'settings.read');
  const { id: userId, merchantId: from } = by;
  const twin = await findTwin(from);
  if (!twin) throw new Refusal('not_found', { merchantId: from, mode });
  if (twin.mode === mode) await setMerchantOfUser({ userId, from, to: twin.id });
}
