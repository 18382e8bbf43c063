import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { getRefundPolicy } from '@/lib/merchants/get-refund-policy';
import { formatMoney } from '@/lib/money/format-money';
import { cny, type Money } from '@/lib/money/money';
import { lockOrder } from '@/lib/orders/lock-order';
import type { Attempt } from '@/lib/payments/attempt';
import { lockAttempt } from '@/lib/payments/lock-attempt';
import type { Start } from './begin-rules';
import { bookStarted } from './book-started';
import { hasQueued } from './chain-store';
import { openRefund } from './open-refund';
import { asAsked } from './part-rules';
import { type PlannedPart, planRefund } from './plan-refund';
import { readRefund } from './read-refund';
import type { AskedRefund, Refund, RefundAsker } from './refund';
import { sameRequest } from './rules';
import { selectRefundByMerchantNo } from './store';
import { takeFunds } from './take-funds';

export interface RequestedRefund {
  merchantId: string;
  orderId: string;
  /** All that is left of the payment, unless given. */
  amount?: Money;
  /** The merchant's own number: again with the same content it is the same refund. */
  merchantRefundNo: string;
  reason?: string;
  actor: string;
  /** By which way it came in; by the merchant's own people unless given. */
  askedBy?: RefundAsker;
  /** Its merchant has to decide first; the money is set aside all the same. */
  needsApproval?: boolean;
}

/**
 * T1 of a refund that somebody asked for, inside the caller's transaction: under the order's lock the
 * amount is taken from what is left, the routes are chosen, and the money is taken from what the merchant
 * has pending, then from its account. What a balance paid goes back to it first, at once; the rest goes by
 * the way it came, or by transfer where that cannot be. The caller sends `toSend`, after the commit.
 *
 * @throws Refusal order_not_found, order_not_paid, refund_conflict, those of planRefund,
 * merchant_funds_short {left} (unless the merchant has such refunds wait), account_closed (the balance)
 */
export async function placeRefund(
  tx: Tx,
  request: RequestedRefund,
): Promise<{ refund: AskedRefund; isNew: boolean; toSend?: Refund }> {
  const { merchantId, orderId, merchantRefundNo } = request;
  const order = await lockOrder(tx, orderId);
  if (order.merchantId !== merchantId) throw new Refusal('order_not_found', { orderId });
  const known = await selectRefundByMerchantNo(tx, { merchantId, merchantRefundNo });
  if (known) {
    const refund = await readRefund(known.id, tx);
    if (!sameRequest(refund, request)) throw new Refusal('refund_conflict', { merchantRefundNo });
    return { refund, isNew: false };
  }
  if (order.state !== 'paid' || !order.paidAttemptId) {
    throw new Refusal('order_not_paid', { orderId });
  }
  const attempt = await lockAttempt(tx, order.paidAttemptId);
  const planned = await planRefund(tx, attempt, request.amount);
  const { start, isTaken, available } = await fundParts(tx, request, planned);
  const parts: Refund[] = [];
  for (const [index, part] of planned.entries()) {
    const own = { ...part, available: available[index] ?? cny(0n) };
    parts.push(await placePart(tx, { request, attempt, part: own, start, isTaken }, parts[0]));
  }
  if (isTaken) await bookStarted(tx, parts, attempt, start);
  const refund = asAsked(present(parts[0], 'a part of a refund'), parts);
  const toSend = parts.find(({ state }) => state === 'sent');
  return { refund, isNew: true, ...(toSend ? { toSend } : {}) };
}

/** Where the money of the parts comes from, and how they start; short of money they wait, or are refused. */
async function fundParts(
  tx: Tx,
  { merchantId, needsApproval = false }: RequestedRefund,
  parts: readonly PlannedPart[],
): Promise<{ start: Start; isTaken: boolean; available: readonly Money[] }> {
  const amounts = parts.map(({ amount }) => amount);
  const taken = await takeFunds(tx, { merchantId, amounts });
  const start = needsApproval ? 'request' : 'go';
  const isShort = 'short' in taken;
  const { refundWhenShort } = await getRefundPolicy(merchantId, tx);
  // Where refunds wait, a later one waits behind them.
  const waits = refundWhenShort === 'queue' && (isShort || (await hasQueued(tx, merchantId)));
  if (!isShort && !waits) return { start, isTaken: true, available: taken.available };
  if (isShort && !waits) {
    throw new Refusal('merchant_funds_short', { left: formatMoney(taken.left) });
  }
  return { start: needsApproval ? 'request' : 'queue', isTaken: false, available: [] };
}

/** The first part bears the merchant's number; the other one is known by it. */
async function placePart(
  tx: Tx,
  given: {
    request: RequestedRefund;
    attempt: Attempt;
    part: PlannedPart & Pick<Refund, 'available'>;
    start: Start;
    isTaken: boolean;
  },
  first: Refund | undefined,
): Promise<Refund> {
  const { request, attempt, part, start, isTaken } = given;
  const { merchantId, orderId, merchantRefundNo } = request;
  const refund = await openRefund(
    tx,
    {
      ...part,
      merchantId,
      orderId,
      attemptId: attempt.id,
      cause: 'requested',
      channel: part.route === 'balance' ? 'balance' : attempt.channel,
      merchantRefundNo: first ? null : merchantRefundNo,
      reason: request.reason ?? null,
      requestedBy: request.actor,
      askedBy: request.askedBy ?? 'merchant',
      replacesId: null,
      partOfId: first?.id ?? null,
    },
    { start, isTaken, cause: 'asked for' },
  );
  // The same number for another order was quicker, and this one's money was not asked for by it.
  if (!refund) throw new Refusal('refund_conflict', { merchantRefundNo });
  return refund;
}
