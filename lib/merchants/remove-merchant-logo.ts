import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getMerchant } from './get-merchant';
import { deleteLogo, insertMerchantChange } from './looks-store';
import { lockMerchant } from './store';

/** The merchant's first character stands for it again; who took the picture away is written down. Refusals: not_permitted, not_found. */
export async function removeMerchantLogo({ by }: { by: MerchantActor }): Promise<void> {
  requireMerchantMay(by, 'settings.change');
  const { id: actor, merchantId } = by;
  await inTransaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const { logo } = await getMerchant(merchantId, tx);
    if (logo === null) return;
    await deleteLogo(tx, merchantId);
    const change = { merchantId, subject: 'logo', fromValue: logo, toValue: null, actor } as const;
    await insertMerchantChange(tx, change);
  });
}
