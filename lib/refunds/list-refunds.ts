import { db, type Tx } from '@/lib/core/db';
import { askedOf } from './part-rules';
import type { AskedRefund } from './refund';
import { selectRequested } from './store';

/**
 * The refunds that were asked for on an order, oldest first. One that the channel refused stays the refund
 * that was asked for: it tells what became of the one that stands in for it. One that goes back in two
 * parts is one refund.
 */
export const listRefunds = async (
  { orderId }: { orderId: string },
  tx: Tx = db(),
): Promise<AskedRefund[]> => askedOf(await selectRequested([orderId], tx));
