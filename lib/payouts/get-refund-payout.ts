import { assert } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import type { RefundPayout } from './payout';
import { selectPayout } from './store';

/** A payout of a refund that must exist. */
export async function getRefundPayout(
  { payoutId }: { payoutId: string },
  tx: Tx = db(),
): Promise<RefundPayout> {
  const payout = await selectPayout(payoutId, tx);
  assert(payout && payout.payeeId !== null, `${payoutId} is no payout of a refund`);
  return payout;
}
