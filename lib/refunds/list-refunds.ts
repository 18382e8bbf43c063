import { db, type Tx } from '@/lib/core/db';
import type { Refund } from './refund';
import { selectRequested } from './store';

/**
 * The refunds that were asked for on an order, oldest first. An undo that the channel refused stays
 * the refund that was asked for: it tells what became of the one that stands in for it.
 */
export async function listRefunds(
  { orderId }: { orderId: string },
  tx: Tx = db(),
): Promise<Refund[]> {
  const rows = await selectRequested(orderId, tx);
  const instead = new Map(rows.map((refund) => [refund.replacesId, refund]));
  return rows
    .filter(({ replacesId }) => replacesId === null)
    .map((asked) => {
      const { route, state, failureReason } = instead.get(asked.id) ?? asked;
      return { ...asked, route, state, failureReason };
    });
}
