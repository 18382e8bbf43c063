import type { Tx } from '@/lib/core/db';
import { lockMerchant } from './store';

/** One at a time changes what a merchant has set, until the transaction ends. Refusal: not_found. */
export const lockMerchantSettings = (tx: Tx, merchantId: string): Promise<void> =>
  lockMerchant(tx, merchantId);
