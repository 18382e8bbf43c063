import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { Merchant, MerchantMode } from './merchant';
import { merchantSchema } from './schema';
import { insertMerchant } from './store';

/**
 * A new merchant, for tests unless said otherwise; a live one takes no orders until it is opened
 * (`openLiveMode`). An id that exists already is left as it is. Throws on terms that are not valid.
 */
export async function createMerchant(
  terms: Omit<Merchant, 'id' | 'logo' | 'mode' | 'isOpen' | 'methodOrder'> & {
    id?: string;
    mode?: MerchantMode;
  },
): Promise<{ id: string; created: boolean }> {
  const merchant = merchantSchema.parse({ id: newId('mer'), mode: 'test', ...terms });
  const created = await inTransaction((tx) => insertMerchant(tx, merchant));
  return { id: merchant.id, created };
}
