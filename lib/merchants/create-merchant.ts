import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { Merchant } from './merchant';
import { merchantSchema } from './schema';
import { insertMerchant } from './store';

/** A new merchant; an id that exists already is left as it is. Throws on terms that are not valid. */
export async function createMerchant(
  terms: Omit<Merchant, 'id'> & { id?: string },
): Promise<{ id: string; created: boolean }> {
  const merchant = merchantSchema.parse({ id: newId('mer'), ...terms });
  const created = await inTransaction((tx) => insertMerchant(tx, merchant));
  return { id: merchant.id, created };
}
