import { db, type Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import type { Refund } from './refund';
import { selectRefundOf } from './store';

/** A merchant's own refund, as it was asked for. Refusal: refund_not_found (another merchant's, too). */
export async function findRefundOf(
  by: { refundId: string; merchantId: string },
  tx: Tx = db(),
): Promise<Refund> {
  const refund = await selectRefundOf(by, tx);
  if (!refund) throw new Refusal('refund_not_found', { refundId: by.refundId });
  return refund;
}
