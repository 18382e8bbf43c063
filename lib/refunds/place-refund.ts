import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { formatMoney } from '@/lib/money/format-money';
import { cny, type Money } from '@/lib/money/money';
import { lockOrder } from '@/lib/orders/lock-order';
import type { Attempt } from '@/lib/payments/attempt';
import { lockAttempt } from '@/lib/payments/lock-attempt';
import { bookReserved, bookToBalance } from './book-refund';
import { openRefund } from './open-refund';
import type { Refund } from './refund';
import { decideRoute, type RefundRoute } from './route-rules';
import { sameRequest } from './rules';
import { selectRefundByMerchantNo, sumReturned } from './store';
import { waysBack } from './ways-back';

export interface RequestedRefund {
  merchantId: string;
  orderId: string;
  /** All that is left of the payment, unless given. */
  amount?: Money;
  /** The merchant's own number: again with the same content it is the same refund. */
  merchantRefundNo: string;
  reason?: string;
  actor: string;
}

/**
 * T1 of a refund that somebody asked for, inside the caller's transaction: under the order's lock the
 * amount is taken from what is left, the route is chosen, and the money is set aside. The caller
 * sends what `isNew` says has to be sent, after the commit.
 *
 * @throws Refusal order_not_found, order_not_paid, refund_conflict, refund_exceeds_payment {left},
 * refund_window_over, line_not_positive, account_closed (the balance it was paid from)
 */
export async function placeRefund(
  tx: Tx,
  request: RequestedRefund,
): Promise<{ refund: Refund; isNew: boolean }> {
  const { merchantId, orderId, merchantRefundNo } = request;
  const order = await lockOrder(tx, orderId);
  if (order.merchantId !== merchantId) throw new Refusal('order_not_found', { orderId });
  const known = await selectRefundByMerchantNo(tx, { merchantId, merchantRefundNo });
  if (known) return { refund: sameOrRefused(known, request), isNew: false };
  if (order.state !== 'paid' || !order.paidAttemptId) {
    throw new Refusal('order_not_paid', { orderId });
  }
  const attempt = await lockAttempt(tx, order.paidAttemptId);
  const { amount, route } = await chooseRoute(tx, attempt, request.amount);
  const refund = await openRefund(
    tx,
    {
      merchantId,
      orderId,
      attemptId: attempt.id,
      cause: 'requested',
      channel: attempt.channel,
      route,
      merchantRefundNo,
      reason: request.reason ?? null,
      requestedBy: request.actor,
      replacesId: null,
      amount,
    },
    'asked for',
  );
  // The same number for another order was quicker, and this one's money was not asked for by it.
  if (!refund) throw new Refusal('refund_conflict', { merchantRefundNo });
  if (route === 'balance') await bookToBalance(tx, refund, attempt);
  else await bookReserved(tx, refund);
  return { refund, isNew: true };
}

function sameOrRefused(refund: Refund, request: RequestedRefund): Refund {
  const { merchantRefundNo } = request;
  if (!sameRequest(refund, request)) throw new Refusal('refund_conflict', { merchantRefundNo });
  return refund;
}

/** The order is locked: what is left now stays so until the commit. */
async function chooseRoute(
  tx: Tx,
  attempt: Attempt,
  asked: Money | undefined,
): Promise<{ amount: Money; route: RefundRoute }> {
  const paidMinor = attempt.amount.amountMinor;
  const returnedMinor = await sumReturned(tx, attempt.id);
  const left = cny(paidMinor - returnedMinor);
  const amount = asked ?? left;
  if (asked && asked.amountMinor < 1n) throw new Refusal('line_not_positive');
  const ways = await waysBack(tx, attempt);
  const { amountMinor } = amount;
  const decision =
    amountMinor < 1n
      ? { refused: 'refund_exceeds_payment' as const }
      : decideRoute({ amountMinor, paidMinor, returnedMinor, ways });
  if ('refused' in decision) throw new Refusal(decision.refused, { left: formatMoney(left) });
  return { amount, route: decision.route };
}
