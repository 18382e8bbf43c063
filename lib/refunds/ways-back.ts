import { adapterOf, isRemoteChannel } from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import type { Attempt } from '@/lib/payments/attempt';
import { selectPaidAt } from './store';

/**
 * What the channel takes for this payment at this moment: windows and clearing days are the
 * channel's, and so is the last word. Null where our own ledger carried it.
 */
export async function waysBack(
  tx: Tx,
  attempt: Pick<Attempt, 'id' | 'channel'>,
): Promise<{ undo: boolean; refund: boolean } | null> {
  if (!isRemoteChannel(attempt.channel)) return null;
  const paidAt = await selectPaidAt(tx, attempt.id);
  return adapterOf(attempt.channel).returnsAt({ paidAt, at: await databaseNow(tx) });
}
