import { createHash } from 'node:crypto';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getMerchant } from './get-merchant';
import { acceptLogo } from './logo-rules';
import { insertMerchantChange, upsertLogo } from './looks-store';
import { lockMerchant } from './store';

/**
 * The picture that stands for the merchant from now on, instead of the one before; who brought it is
 * written down. The same picture again changes nothing.
 * Refusals: not_permitted, those of `acceptLogo`, not_found.
 */
export async function setMerchantLogo({
  bytes,
  by,
}: {
  bytes: Uint8Array;
  by: MerchantActor;
}): Promise<{ hash: string }> {
  requireMerchantMay(by, 'settings.change');
  const { id: actor, merchantId } = by;
  const { mediaType } = acceptLogo(bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await inTransaction(async (tx) => {
    await lockMerchant(tx, merchantId);
    const { logo } = await getMerchant(merchantId, tx);
    if (logo === hash) return;
    await upsertLogo(tx, { merchantId, mediaType, bytes, contentHash: hash });
    const change = { merchantId, subject: 'logo', fromValue: logo, toValue: hash, actor } as const;
    await insertMerchantChange(tx, change);
  });
  return { hash };
}
