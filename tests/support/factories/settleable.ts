import type { CardType } from '@/lib/channels/port';
import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cny } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { settleOutcome } from '@/lib/payments/settle-outcome';
import { placeRefund, type RequestedRefund } from '@/lib/refunds/place-refund';
import type { Refund } from '@/lib/refunds/refund';
import { settleRefundOutcome } from '@/lib/refunds/settle-refund-outcome';
import { makeAttempt } from './payable-order';

/** The channel says that it was paid, and perhaps with what kind of card. */
export async function payByCard(order: Order, cardType?: CardType): Promise<void> {
  const attempt = await makeAttempt(order);
  await settleOutcome({
    attemptId: attempt.id,
    outcome: {
      kind: 'succeeded',
      channelRef: 'queryId',
      amount: order.amount,
      ...(cardType ? { cardType } : {}),
      evidence: {},
    },
    actor: 'channel',
    cause: 'test',
  });
}

/**
 * Asked for and set aside; what the channel makes of it is the test's to say. All of it, or a part; at
 * once, or by a shopper whose merchant has to allow it.
 */
export async function askForRefund(
  order: Order,
  amountMinor?: bigint,
  asked: Pick<RequestedRefund, 'askedBy' | 'needsApproval'> = {},
): Promise<Refund> {
  const { refund } = await inTransaction((tx) =>
    placeRefund(tx, {
      merchantId: order.merchantId,
      orderId: order.id,
      merchantRefundNo: newSortableNumber(),
      actor: 'merchant',
      ...asked,
      ...(amountMinor === undefined ? {} : { amount: cny(amountMinor) }),
    }),
  );
  return refund;
}

/** The channel decides about a refund; answers the one that takes its place. */
export const decideRefund = (
  { id, amount }: Refund,
  kind: 'succeeded' | 'failed',
  code?: string,
): Promise<Refund | undefined> =>
  settleRefundOutcome({
    refundId: id,
    outcome:
      kind === 'succeeded'
        ? { kind, channelRef: 'queryId', amount, evidence: {} }
        : { kind, reason: 'declined', ...(code ? { code } : {}), evidence: {} },
    cause: 'test',
  });
