import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { enqueueJob } from '@/lib/core/queue';
import type { Order } from '@/lib/orders/order';
import type { Attempt } from './attempt';
import { capturePart } from './capture-part';
import { releasePart } from './release-part';
import { settleItem } from './settle-item';
import { settleOne } from './settle-one';
import { moveAttempt, selectLiveAttempt } from './store';

/**
 * Lets money that came late pay its order after all, inside the caller's transaction that holds the
 * order's lock. An attempt the order is waiting for meanwhile is left behind: if it is paid too, it
 * is given back.
 */
export async function acceptLatePayment(
  tx: Tx,
  { order, attempt, actor }: { order: Order; attempt: Attempt; actor: string },
): Promise<void> {
  const cause = 'late payment accepted';
  const live = await selectLiveAttempt(order.id, tx);
  if (live && live.id !== attempt.id) {
    // An attempt nobody has heard of yet is first known to be waiting, then left behind.
    const waiting =
      live.state === 'waiting' ||
      (await moveAttempt(tx, { attempt: live, event: 'wait', actor, cause }));
    if (!waiting) throw new Refusal('state_conflict', { attemptId: live.id });
    const left = { ...live, state: 'waiting' as const };
    if (!(await moveAttempt(tx, { attempt: left, event: 'supersede', actor, cause }))) {
      throw new Refusal('state_conflict', { attemptId: live.id });
    }
    // What it shares with the one that pays is that one's; anything else goes back to the balance.
    if (live.balanceHoldId !== attempt.balanceHoldId) await releasePart(tx, live);
    // A carrier can let it go, so it does not stay payable until its time is over.
    if (live.channel === 'carrier') await enqueueJob(tx, 'resolve-attempt', { attemptId: live.id });
  }
  const item = settleItem({
    attempt,
    event: 'accept',
    to: 'succeeded',
    order: { event: order.state === 'open' ? 'pay' : 'acceptLate', unexpired: false },
    booked: {
      event: 'late_payment_accepted',
      entryKey: `late-accepted:${attempt.id}`,
      businessRef: order.id,
      amount: attempt.amount,
      merchantId: order.merchantId,
    },
    actor,
    cause,
  });
  await settleOne(tx, item);
  await capturePart(tx, attempt);
}
