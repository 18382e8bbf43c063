import { db, type Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import type { MerchantLimits } from './limits';
import { selectLimits } from './settings-store';

/** What the merchant has limited its orders to. Refusal: not_found. */
export async function getLimits(merchantId: string, tx: Tx = db()): Promise<MerchantLimits> {
  const limits = await selectLimits(merchantId, tx);
  if (!limits) throw new Refusal('not_found', { merchantId });
  return limits;
}
