import type { Outcome } from '@/lib/channels/port';
import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { enqueueJob } from '@/lib/core/queue';
import { sameMoney } from '@/lib/money/money';
import { bookReturnedTwice } from './book-returned-twice';
import { lockEnd } from './chain-store';
import type { Refund } from './refund';
import { ASKABLE } from './states';
import { markOriginalReturned } from './store';

/**
 * The channel says that it gave back what it had refused for good. A transfer in its place is stopped: its
 * case hears of it by a job. Where somebody has that money already (who was paid, or the merchant), or
 * another amount came back, the books say that it is owed, and a person has it before them. Once.
 */
export async function noteOriginalReturn(
  tx: Tx,
  refund: Refund,
  { amount, channelRef, evidence }: Extract<Outcome, { kind: 'succeeded' }>,
): Promise<void> {
  const { id, state, returnedAt } = refund;
  if (state !== 'failed' || returnedAt !== null) return;
  const end = await lockEnd(tx, id);
  log().error({ refundId: id, evidence }, 'the channel gave a refund back that it had refused');
  await markOriginalReturned(tx, id, { returnedAt: await databaseNow(tx), channelRef, evidence });
  // A refund in its place that the channel still works at: its own end shows whether it was given twice.
  if (ASKABLE.includes(end.state)) return;
  if (end.state !== 'diverted' || !sameMoney(amount, refund.amount)) {
    await bookReturnedTwice(tx, refund, amount);
  }
  if (end.route === 'transfer') await enqueueJob(tx, 'original-returned', { refundId: end.id });
}
