import type { Refund } from './refund';
import { ASKABLE } from './states';

/** A refund as the merchant API shows it: fen as integers, times in ISO 8601. */
export const presentRefund = (refund: Refund) => ({
  id: refund.id,
  order_id: refund.orderId,
  merchant_refund_no: refund.merchantRefundNo,
  amount: Number(refund.amount.amountMinor),
  currency: refund.amount.currency,
  state: ASKABLE.includes(refund.state) ? 'processing' : refund.state,
  reason: refund.reason,
  failure_reason: refund.failureReason,
  requested_at: refund.requestedAt.toISOString(),
});
