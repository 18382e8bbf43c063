import type { Tx } from '@/lib/core/db';
import { insertMerchantChange, type MerchantChange } from './looks-store';

/** Writes down what of a merchant was changed, from what to what and by whom, in the commit that does it. */
export const recordMerchantChange = (tx: Tx, change: MerchantChange): Promise<void> =>
  insertMerchantChange(tx, change);
