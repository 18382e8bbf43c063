import type { CardType } from '@/lib/channels/port';
import { present } from '@/lib/core/assert';
import type { Money } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';

/** Amounts in minor units (fen), times in ISO 8601 UTC, names as in the merchant API, as all notices. */

/**
 * `order.paid`. `card_type` is there only when the channel told it, `balance_amount` only where the
 * shopper's balance paid that part beside the method.
 */
export function orderPaidData({
  order,
  paidBy,
}: {
  order: Order;
  paidBy: { method: string; channel: string; cardType: CardType | null; balance?: Money };
}) {
  return {
    order_id: order.id,
    merchant_order_no: order.merchantOrderNo,
    amount: Number(order.amount.amountMinor),
    currency: order.amount.currency,
    state: 'paid',
    method: paidBy.method,
    channel: paidBy.channel,
    ...(paidBy.cardType ? { card_type: paidBy.cardType } : {}),
    ...(paidBy.balance && paidBy.balance.amountMinor > 0n
      ? { balance_amount: Number(paidBy.balance.amountMinor) }
      : {}),
    customer_reference: order.customerReference,
    metadata: order.metadata ?? {},
    paid_at: present(order.paidAt, 'when a paid order was paid').toISOString(),
  };
}

/** `order.expired`, `order.closed`: how it ended unpaid, though money may come late and be accepted. */
export function orderEndedData({
  order,
  state,
  at,
}: {
  order: Order;
  state: 'expired' | 'closed';
  at: Date;
}) {
  return {
    order_id: order.id,
    merchant_order_no: order.merchantOrderNo,
    amount: Number(order.amount.amountMinor),
    currency: order.amount.currency,
    state,
    customer_reference: order.customerReference,
    metadata: order.metadata ?? {},
    [`${state}_at`]: at.toISOString(),
  };
}
