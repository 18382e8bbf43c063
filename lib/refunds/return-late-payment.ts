import { isRemoteChannel } from '@/lib/channels/registry';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cny } from '@/lib/money/money';
import { lockAttempt } from '@/lib/payments/lock-attempt';
import { bookReserved } from './book-refund';
import { carryByCase } from './book-started';
import { openRefund } from './open-refund';
import { planChannelPart } from './plan-refund';
import type { Refund } from './refund';
import { sendRefund } from './send-refund';
import { sumReturned } from './store';

/**
 * Gives back, by itself and by the route it came, money that arrived when nothing was owed any
 * more; with the channel's window over, by transfer, carried on by a case. Repeating it changes nothing: an
 * attempt has one such refund, with one number at the channel.
 */
export async function returnLatePayment({ attemptId }: { attemptId: string }): Promise<void> {
  const refund = await commitRefund(attemptId);
  // One that was committed before is asked about by schedule, not sent again.
  if (refund) await sendRefund(refund);
}

const NOBODY_ASKED = {
  merchantRefundNo: null,
  reason: null,
  requestedBy: null,
  askedBy: 'system' as const,
  available: cny(0n),
  replacesId: null,
  partOfId: null,
};

/** T1: the refund, its number, and the money moved from suspense to what we owe. The one to send. */
async function commitRefund(attemptId: string): Promise<Refund | undefined> {
  return inTransaction(async (tx) => {
    const attempt = await lockAttempt(tx, attemptId);
    const { channel, amount, merchantId, orderId, state } = attempt;
    if (state !== 'late_succeeded' || !isRemoteChannel(channel)) return undefined;

    // What a balance was to pay beside it was never taken.
    const { channelMinor: returnedMinor } = await sumReturned(tx, attemptId);
    if (returnedMinor > 0n) return undefined;
    const { amountMinor } = amount;
    const planned = await planChannelPart(tx, attempt, { amountMinor, returnedMinor });
    const facts = { merchantId, orderId, attemptId, channel, ...planned };
    const refund = await openRefund(
      tx,
      { ...facts, ...NOBODY_ASKED, cause: 'late_payment' },
      { start: 'go', isTaken: true, cause: 'the money arrived late' },
    );
    if (!refund) return undefined;
    await bookReserved(tx, refund);
    if (refund.state !== 'diverted') return refund;
    await carryByCase(tx, refund);
    return undefined;
  });
}
