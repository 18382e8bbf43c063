import { isRemoteChannel } from '@/lib/channels/registry';
import { log } from '@/lib/core/log';
import { inTransaction } from '@/lib/core/unit-of-work';
import { lockAttempt } from '@/lib/payments/lock-attempt';
import { bookReserved } from './book-refund';
import { openRefund } from './open-refund';
import type { Refund } from './refund';
import { decideRoute } from './route-rules';
import { sendRefund } from './send-refund';
import { sumReturned } from './store';
import { waysBack } from './ways-back';

/**
 * Gives back, by itself and by the route it came, money that arrived when nothing was owed any
 * more. Repeating it changes nothing: an attempt has one such refund, with one number at the
 * channel.
 */
export async function returnLatePayment({ attemptId }: { attemptId: string }): Promise<void> {
  const refund = await commitRefund(attemptId);
  // One that was committed before is asked about by schedule, not sent again.
  if (refund) await sendRefund(refund);
}

/** T1: the refund, its number, and the money moved from suspense to what we owe. */
async function commitRefund(attemptId: string): Promise<Refund | undefined> {
  return inTransaction(async (tx) => {
    const attempt = await lockAttempt(tx, attemptId);
    const { channel, amount, merchantId, orderId, state } = attempt;
    if (state !== 'late_succeeded' || !isRemoteChannel(channel)) return undefined;

    const returnedMinor = await sumReturned(tx, attemptId);
    if (returnedMinor > 0n) return undefined;
    const { amountMinor } = amount;
    const ways = await waysBack(tx, attempt);
    const decision = decideRoute({ amountMinor, paidMinor: amountMinor, returnedMinor, ways });
    if ('refused' in decision) {
      // It stays in suspense, where a person finds it.
      log().error({ attemptId, refusal: decision.refused }, 'a late payment has no way back');
      return undefined;
    }
    const { route } = decision;
    const facts = { merchantId, orderId, attemptId, channel, amount, route };
    const nobodyAsked = { merchantRefundNo: null, reason: null, requestedBy: null };
    const refund = await openRefund(
      tx,
      { ...facts, ...nobodyAsked, cause: 'late_payment', replacesId: null },
      'the money arrived late',
    );
    if (refund) await bookReserved(tx, refund);
    return refund;
  });
}
