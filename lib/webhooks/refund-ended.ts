import type { Order } from '@/lib/orders/order';
import type { Refund } from '@/lib/refunds/refund';

/**
 * The text of a `refund.succeeded` or `refund.failed` notice, to the byte what is signed and sent.
 * Amounts in minor units (fen), times in ISO 8601 UTC, names as in the merchant API.
 */
export function refundEndedBody(facts: {
  refund: Refund;
  order: Pick<Order, 'id' | 'merchantOrderNo'>;
  at: Date;
}): string {
  const { refund, order, at } = facts;
  return JSON.stringify({
    type: `refund.${refund.state}`,
    timestamp: at.toISOString(),
    data: {
      refund_id: refund.id,
      merchant_refund_no: refund.merchantRefundNo,
      order_id: order.id,
      merchant_order_no: order.merchantOrderNo,
      amount: Number(refund.amount.amountMinor),
      currency: refund.amount.currency,
      state: refund.state,
      reason: refund.reason,
      ...(refund.failureReason ? { failure_reason: refund.failureReason } : {}),
    },
  });
}
