import { present } from '@/lib/core/assert';
import { db, type Tx } from '@/lib/core/db';
import { listRefunds } from './list-refunds';
import type { AskedRefund } from './refund';
import { selectRefund } from './store';

/** A refund that was asked for and must exist, as `listRefunds` tells it. */
export async function readRefund(refundId: string, tx: Tx = db()): Promise<AskedRefund> {
  const { orderId } = await selectRefund(refundId, tx);
  const refunds = await listRefunds({ orderId }, tx);
  return present(
    refunds.find(({ id }) => id === refundId),
    `a refund that was asked for: ${refundId}`,
  );
}
