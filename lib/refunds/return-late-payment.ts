import { adapterOf, isRemoteChannel } from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { recordTransition } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { postEntry } from '@/lib/ledger/post-entry';
import { lockAttempt } from '@/lib/payments/lock-attempt';
import type { Refund } from './refund';
import { nextAskAt } from './rules';
import { sendRefund } from './send-refund';
import { insertLateRefund, selectLateRefund, selectRefund } from './store';

/**
 * Gives back, by itself and by the route it came, money that arrived when nothing was owed any
 * more. Repeating it changes nothing: an attempt has one such refund, with one number at the
 * channel.
 */
export async function returnLatePayment({ attemptId }: { attemptId: string }): Promise<void> {
  const refundId = await commitRefund(attemptId);
  // One that was committed before is asked about by schedule, not sent again.
  if (refundId) await sendRefund(await selectRefund(refundId));
}

/** T1: the refund, its number, and the money moved from suspense to what we owe. */
async function commitRefund(attemptId: string): Promise<string | undefined> {
  return inTransaction(async (tx) => {
    const attempt = await lockAttempt(tx, attemptId);
    if (attempt.state !== 'late_succeeded' || !isRemoteChannel(attempt.channel)) return undefined;
    if (await selectLateRefund(tx, attemptId)) return undefined;

    const now = await databaseNow(tx);
    const { channel, amount, merchantId, orderId } = attempt;
    const refund: Refund = {
      id: newId('ref'),
      merchantId,
      orderId,
      attemptId,
      channel,
      channelOrderNo: newSortableNumber(),
      amount,
      state: 'sent',
      requestedAt: now,
      asks: 0,
    };
    const scheduleSeconds = adapterOf(channel).querySchedule.refund;
    await insertLateRefund(tx, refund, nextAskAt({ now, asks: 0, scheduleSeconds }));
    const move = { event: 'send', from: 'created', to: 'sent', actor: 'system' };
    const cause = 'the money arrived late';
    await recordTransition(tx, { subjectType: 'refund', subjectId: refund.id, ...move, cause });
    await postEntry(tx, {
      event: 'late_payment_returned',
      entryKey: `late-returned:${refund.id}`,
      businessRef: orderId,
      amount,
      merchantId,
      channel,
    });
    return refund.id;
  });
}
