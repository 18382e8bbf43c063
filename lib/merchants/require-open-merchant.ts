import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { isOpenMerchant } from './mode-store';

/** Returns when the merchant takes orders. Refusal: merchant_not_open. */
export async function requireOpenMerchant(tx: Tx, merchantId: string): Promise<void> {
  if (!(await isOpenMerchant(merchantId, tx))) {
    throw new Refusal('merchant_not_open', { merchantId });
  }
}
