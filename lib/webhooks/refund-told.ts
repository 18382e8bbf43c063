import type { Order } from '@/lib/orders/order';
import type { AskedRefund } from '@/lib/refunds/refund';
import type { RefundRequest } from '@/lib/refunds/refund-request';

type OfOrder = Pick<Order, 'id' | 'merchantOrderNo'>;

/**
 * `refund.requested`: a shopper asks, and the merchant decides. It says what was asked for, which never
 * changes; what has become of it since, the merchant API says.
 */
export const refundRequestedData = ({
  request,
  order,
}: {
  request: RefundRequest;
  order: OfOrder;
}) => ({
  refund_id: request.refundId,
  order_id: order.id,
  merchant_order_no: order.merchantOrderNo,
  amount: Number(request.amount.amountMinor),
  currency: request.amount.currency,
  state: 'requested',
  shopper_reason: request.reason,
  reason: request.words,
});

/**
 * `refund.succeeded`, `refund.failed`, `refund.declined`: how it stood when that was told, whatever a bank has
 * sent back since. `refunded`, what has reached the shopper, is there only where the refund goes back in
 * more than one part.
 */
export const refundEndedData = ({
  refund,
  state,
  order,
}: {
  refund: AskedRefund;
  state: 'succeeded' | 'failed' | 'declined';
  order: OfOrder;
}) => ({
  refund_id: refund.id,
  merchant_refund_no: refund.merchantRefundNo,
  order_id: order.id,
  merchant_order_no: order.merchantOrderNo,
  amount: Number(refund.amount.amountMinor),
  currency: refund.amount.currency,
  state,
  ...(refund.parts.length > 1 ? { refunded: Number(refund.returned.amountMinor) } : {}),
  reason: refund.reason,
  ...(refund.declineReason ? { decline_reason: refund.declineReason } : {}),
  ...(refund.failureReason ? { failure_reason: refund.failureReason } : {}),
});
