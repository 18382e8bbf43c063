import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getMerchant } from './get-merchant';
import { insertMerchantChange, updateAccentColor } from './looks-store';
import { accentColorSchema } from './schema';
import { lockMerchant } from './store';

/**
 * The merchant's colour from now on, "#rrggbb" in small letters; who chose it is written down. The same
 * again changes nothing. Refusals: not_permitted, not_found. Throws on what is no colour.
 */
export async function setMerchantAccent({
  accentColor,
  by,
}: {
  accentColor: string;
  by: MerchantActor;
}): Promise<void> {
  requireMerchantMay(by, 'settings.change');
  const { id: actor, merchantId } = by;
  const chosen = accentColorSchema.parse(accentColor);
  await inTransaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const { accentColor: before } = await getMerchant(merchantId, tx);
    if (before === chosen) return;
    await updateAccentColor(tx, merchantId, chosen);
    await insertMerchantChange(tx, {
      merchantId,
      subject: 'accent_color',
      fromValue: before,
      toValue: chosen,
      actor,
    });
  });
}
