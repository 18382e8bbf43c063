import type { CardType } from '@/lib/channels/port';
import { present } from '@/lib/core/assert';
import type { Order } from '@/lib/orders/order';

/**
 * The text of an `order.paid` notice, to the byte what is signed and sent. Amounts in minor units
 * (fen), times in ISO 8601 UTC, names as in the merchant API. `card_type` is there only when the
 * channel told it.
 */
export function orderPaidBody(facts: {
  order: Order;
  paidBy: { method: string; channel: string; cardType: CardType | null };
  at: Date;
}): string {
  const { order, paidBy, at } = facts;
  return JSON.stringify({
    type: 'order.paid',
    timestamp: at.toISOString(),
    data: {
      order_id: order.id,
      merchant_order_no: order.merchantOrderNo,
      amount: Number(order.amount.amountMinor),
      currency: order.amount.currency,
      state: 'paid',
      method: paidBy.method,
      channel: paidBy.channel,
      ...(paidBy.cardType ? { card_type: paidBy.cardType } : {}),
      customer_reference: order.customerReference,
      metadata: order.metadata ?? {},
      paid_at: present(order.paidAt, 'when a paid order was paid').toISOString(),
    },
  });
}
