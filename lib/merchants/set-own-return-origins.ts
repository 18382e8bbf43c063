import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { changeSetting } from './change-setting';
import { getMerchant } from './get-merchant';
import { returnOriginsSchema } from './schema';
import { updateReturnOrigins } from './store';

/**
 * Where the merchant's new orders may send a shopper back to; orders that exist keep theirs.
 * Refusals: not_permitted, not_found. Throws on what is no origin (`returnOriginsSchema`).
 */
export async function setOwnReturnOrigins({
  by,
  returnOrigins,
}: {
  by: MerchantActor;
  returnOrigins: readonly string[];
}): Promise<void> {
  requireMerchantMay(by, 'settings.change');
  const { merchantId } = by;
  const origins = returnOriginsSchema.parse([...new Set(returnOrigins)]);
  await changeSetting({
    by,
    subject: 'return_origins',
    read: async (tx) => (await getMerchant(merchantId, tx)).returnOrigins.join(' '),
    text: origins.join(' '),
    apply: (tx) => updateReturnOrigins(tx, merchantId, origins),
  });
}
