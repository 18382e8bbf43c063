import { db, type Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import type { Merchant } from './merchant';
import { findMerchant } from './store';

/** The merchant, or `not_found`. */
export async function getMerchant(merchantId: string, tx: Tx = db()): Promise<Merchant> {
  const merchant = await findMerchant(merchantId, tx);
  if (!merchant) throw new Refusal('not_found', { merchantId });
  return merchant;
}
