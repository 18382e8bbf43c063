import { assert, present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { bookSettled } from './book-refund';
import { bookReturnedTwice } from './book-returned-twice';
import { isBookedTwice, selectReturnedBefore } from './chain-store';
import { lockRefund, moveRefund, selectRefund } from './store';

/**
 * Of a transfer whose original the channel gave back after all. Not paid out yet: the original is the refund
 * that succeeded, and the transfer ends without one (`stopped`; the caller has made sure that no payout is
 * under way). Else, or where it was booked so before, the money was given twice. Safe to repeat.
 */
export async function settleOriginalReturn(
  tx: Tx,
  { refundId, actor }: { refundId: string; actor: string },
): Promise<'stopped' | 'twice'> {
  const transfer = await lockRefund(tx, refundId);
  assert(transfer.route === 'transfer', `${refundId} is no transfer`);
  const originalId = await selectReturnedBefore(tx, refundId);
  const original = await selectRefund(
    present(originalId, `what was given back before ${refundId}`),
    tx,
  );
  if (original.state === 'succeeded') return 'stopped';
  if (transfer.state !== 'diverted' || (await isBookedTwice(tx, original.id))) {
    await bookReturnedTwice(tx, original);
    return 'twice';
  }
  const cause = 'the channel gave it back after all';
  await moveRefund(tx, transfer, { event: 'fail', actor, cause });
  await moveRefund(tx, original, { event: 'succeedLate', cause });
  await bookSettled(tx, original, cause);
  return 'stopped';
}
