import type { Tx } from '@/lib/core/db';
import { bookReturnedTwice } from './book-returned-twice';
import { selectReturnedBefore } from './chain-store';
import type { Refund } from './refund';
import { selectRefund } from './store';

/**
 * The channel has decided about a refund, and gave back after all what that one stands in for: given back
 * as well, or the merchant has the money again. Either way it was given twice.
 */
export async function bookReturnedBefore(tx: Tx, refund: Refund): Promise<void> {
  if (!refund.replacesId) return;
  const originalId = await selectReturnedBefore(tx, refund.id);
  if (originalId) await bookReturnedTwice(tx, await selectRefund(originalId, tx));
}
